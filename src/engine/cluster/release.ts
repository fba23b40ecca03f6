/** A release of the operator as `major * 1000 + minor`: 93 is v0.93. */
export interface OperatorRelease {
  release: number;
  /** Who says so: the user, an image or CRD of the input, or nobody, and then it is the newest we know. */
  from: 'option' | 'input' | 'newest';
}

/** The newest release whose behaviour is known here. */
export const NEWEST_RELEASE = 93;

/** `0.93`, `v0.93.1`, `1.0` as a release; null for anything else. */
export function parseRelease(text: string): number | null {
  const [, major, minor] = /^v?(\d{1,3})\.(\d{1,3})(?:[.+-]|$)/.exec(text.trim()) ?? [];
  return major === undefined ? null : Number(major) * 1000 + Number(minor);
}

export const releaseText = (release: number): string => `v${Math.floor(release / 1000)}.${release % 1000}`;
