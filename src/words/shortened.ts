/** The longest name of Kubernetes (apimachinery validation IsDNS1123Subdomain). */
const LONGEST_NAME = 253;

/** A text that is longer than any name can be, without its middle; all others as they are. */
export function shortened(text: string, most = LONGEST_NAME): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}
