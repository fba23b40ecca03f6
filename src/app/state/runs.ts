/** Items in order, those in a row that are noise or are not put together. */
export function runsOf<T extends { noise?: boolean | undefined }>(items: readonly T[]): { noise: boolean; items: T[] }[] {
  const runs: { noise: boolean; items: T[] }[] = [];
  for (const item of items) {
    const noise = item.noise === true;
    const last = runs.at(-1);
    if (last?.noise === noise) last.items.push(item);
    else runs.push({ noise, items: [item] });
  }
  return runs;
}
