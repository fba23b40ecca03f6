/** Names longer than this are compared by their beginning. */
const LONGEST = 200;

/** Of the names, those most like the wanted one: what holds it as it stands, then by the number of letters that differ. */
export function nearest(wanted: string, names: readonly string[], count: number): string[] {
  const asked = wanted.toLowerCase().slice(0, LONGEST);
  return names
    .map((name) => {
      const lower = name.toLowerCase().slice(0, LONGEST);
      return { name, away: asked !== '' && lower.includes(asked) ? 0 : distance(asked, lower) };
    })
    .sort((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Whether one name may be meant for the other: case aside, one holds the other, or a letter in three differs. */
export function isNear(wanted: string, name: string): boolean {
  const [a, b] = [wanted.toLowerCase().slice(0, LONGEST), name.toLowerCase().slice(0, LONGEST)];
  if (a === '' || b === '') return false;
  return (
    a === b || (Math.min(a.length, b.length) > 2 && (a.includes(b) || b.includes(a))) || distance(a, b) * 3 <= Math.max(a.length, b.length)
  );
}

/** Letters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
