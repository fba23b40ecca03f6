/** Longer pastes are cut: whoever pastes a whole log means its first lines. */
const MOST_CHARACTERS = 200_000;
const MOST_LINES = 400;
/** A line is read this far. */
const LONGEST = 2_000;

/** A paste as its lines: without colours, with straight quotes and single spaces; escaped quotes of JSON and logfmt are undone. */
export function linesOf(text: string): string[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split(/\r\n|\r|\n/)
    .map(plain)
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}

function plain(line: string): string {
  return (
    line
      .slice(0, LONGEST)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour their lines with it
      .replace(/\u001b\[[0-9;]*m/g, '')
      .replace(/\\"/g, '"')
      .replace(/[“”„‟«»]/g, '"')
      .replace(/[‘’‚‛`´]/g, "'")
      .replace(/[‐‑‒–—]/g, '-')
      .replace(/\u2026/g, '...')
      .replace(/\ufb01/g, 'fi')
      .replace(/\ufb02/g, 'fl')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
  );
}
