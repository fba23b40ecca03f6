/** A text cut after each line feed, so that joining the parts gives it back. A carriage return stays with its line, as in git. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** The line as a diff shows it: without its line feed. */
export function chomp(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
