/** What frames of a scroll say, and how two grids compare that were measured by turns. */
import { median } from "../bench/statistics.ts";
import { percentile } from "../bench-api/open-loop.ts";

/** What is told of the frames of one scroll, in milliseconds. */
export type FrameTimes = {
  readonly middle: number;
  readonly slow: number;
  readonly longest: number;
  /** Frames longer than `LONG_FRAME_MS`, of a hundred. */
  readonly longPercent: number;
};

/** A frame that a person sees as a stop. */
export const LONG_FRAME_MS = 50;

/** The times of frames, one after another. */
export function frameTimes(milliseconds: readonly number[]): FrameTimes {
  const long = milliseconds.filter((time) => time > LONG_FRAME_MS).length;
  return {
    middle: percentile(milliseconds, 50),
    slow: percentile(milliseconds, 95),
    longest: percentile(milliseconds, 100),
    longPercent: (100 * long) / milliseconds.length,
  };
}

/** The sum by their number. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The middle of the ratios round by round: what slows the machine down for a while slows both sides
 * of a round.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): number {
  return median(
    ours.map((time, round) => {
      const other = theirs[round];
      if (other === undefined) throw new Error("both sides have the same rounds");
      return time / other;
    }),
  );
}
