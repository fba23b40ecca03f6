import type { Report } from './report.ts';

type Printed = Pick<Report['findings'][number], 'code' | 'chain' | 'object' | 'evidence'>;

/**
 * What makes a finding the same one in the next run, wherever its lines have moved to: its code, what it is about, the texts
 * it points at. Equal ones are told apart by their order.
 */
export function fingerprints(findings: readonly Printed[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, chain, object, evidence }) => {
    const print = hash(JSON.stringify([code, chain, object, evidence.map((e) => [e.file, e.text])]));
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return `${print}:${nth}`;
  });
}

/** FNV-1a over UTF-16 units, twice with different beginnings: 64 bits as hexadecimal digits. */
function hash(text: string): string {
  const half = (start: number): string => {
    let h = start;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x1b873593);
}
