export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Milliseconds of one call; garbage of earlier calls is collected first where Node was started with --expose-gc. */
export function timed(run: () => unknown): number {
  globalThis.gc?.();
  const started = performance.now();
  run();
  return performance.now() - started;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
