/** The middle of measurements: one slow run does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("the median of nothing");
  return middle;
}

/** How long the step takes, in milliseconds. */
export function timeOf(step: () => unknown): number {
  const started = performance.now();
  step();
  return performance.now() - started;
}
