const FORM = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const DAY = 86_400_000;
const MILLISECONDS = [365 * DAY, 7 * DAY, DAY, 3_600_000, 60_000, 1000, 1];
/** Go holds durations as nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 / 1_000_000;

/** Milliseconds of a Prometheus duration such as `1h30m` or `0` (prometheus/common model.ParseDuration); null: it is none. */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  const found = text === '' ? null : FORM.exec(text);
  if (!found) return null;
  const total = MILLISECONDS.reduce((sum, unit, i) => sum + Number(found[i + 1] ?? 0) * unit, 0);
  return total < LONGEST ? total : null;
}
