/** What prometheus-operator deploys where `spec.version` is silent (v0.93 and later). */
export const DEFAULT_PROMETHEUS = 'v3.13.2';

/** major, minor, patch; `pre` holds `rc.0` of `3.0.0-rc.0` and is empty for a release. */
export interface Version {
  numbers: readonly [number, number, number];
  pre: string;
}

const FORM = /^\s*v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?\s*$/;

/** Reads `v2.54.1`, `3.0`, `v3.0.0-rc.1` (blang/semver ParseTolerant); null for anything else. */
export function parseVersion(text: string): Version | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, major, minor = '0', patch = '0', pre = ''] = found;
  return { numbers: [Number(major), Number(minor), Number(patch)], pre };
}

/** Whether a version is the release `2.28.0` or comes after it; a pre-release comes before its release. */
export function atLeast(version: Version, release: string): boolean {
  const wanted = release.split('.').map(Number);
  for (const [i, number] of version.numbers.entries()) {
    const other = wanted[i] ?? 0;
    if (number !== other) return number > other;
  }
  return version.pre === '';
}

/** `3.13.2` */
export const versionText = ({ numbers, pre }: Version): string => numbers.join('.') + (pre === '' ? '' : `-${pre}`);

/** True when `a` comes before `b` (SemVer 2: a pre-release comes before its release). */
export function isBefore(a: Version, b: Version): boolean {
  for (const i of [0, 1, 2] as const) if (a.numbers[i] !== b.numbers[i]) return a.numbers[i] < b.numbers[i];
  if (a.pre === '' || b.pre === '') return a.pre !== '' && b.pre === '';
  return isPreBefore(a.pre.split('.'), b.pre.split('.'));
}

function isPreBefore(a: readonly string[], b: readonly string[]): boolean {
  for (const [i, mine] of a.entries()) {
    const other = b[i];
    if (other === undefined) return false;
    if (mine === other) continue;
    const [x, y] = [mine, other].map((part) => (/^\d+$/.test(part) ? Number(part) : null));
    if (x !== null && y !== null && x !== undefined && y !== undefined) return x < y;
    if (x !== null || y !== null) return x !== null;
    return mine < other;
  }
  return a.length < b.length;
}
