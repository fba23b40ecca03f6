import { parseDuration } from '../validate/text/duration.ts';

export { parseDuration };

const UNITS: readonly (readonly [unit: string, milliseconds: number, exact: boolean])[] = [
  ['y', 31_536_000_000, true],
  ['w', 604_800_000, true],
  ['d', 86_400_000, false],
  ['h', 3_600_000, false],
  ['m', 60_000, false],
  ['s', 1000, false],
  ['ms', 1, false],
];

/** A duration as Prometheus writes it into labels: `60s` becomes `1m` (prometheus/common model.Duration String). */
export function durationText(milliseconds: number): string {
  if (milliseconds === 0) return '0s';
  let left = milliseconds;
  let out = '';
  for (const [unit, size, exact] of UNITS) {
    const count = Math.floor(left / size);
    // Years and weeks only where nothing is left over.
    if (count === 0 || (exact && left % size !== 0)) continue;
    out += `${count}${unit}`;
    left -= count * size;
  }
  return out;
}
