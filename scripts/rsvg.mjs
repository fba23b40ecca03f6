import { spawnSync } from 'node:child_process';
import { ensurePackage } from './browser.mjs';

/**
 * An SVG as librsvg draws it, as PNG; gets `rsvg-convert` from the distribution where it is missing and that is allowed.
 * @param {string} svg
 * @returns {Buffer}
 */
export function rsvg(svg) {
  ensurePackage('rsvg-convert', 'librsvg2-bin');
  const done = spawnSync('rsvg-convert', ['--format=png'], { input: svg, maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`rsvg-convert: ${done.error?.message ?? done.stderr.toString()}`);
  return done.stdout;
}
