/** Cuts in the middle: both ends of Kubernetes names tell things apart. */
export function middle(text: string, most: number): string {
  const chars = [...text];
  if (chars.length <= most) return text;
  const kept = Math.max(2, most - 1);
  const front = Math.ceil(kept / 2);
  return `${chars.slice(0, front).join('')}…${chars.slice(chars.length - (kept - front)).join('')}`;
}
