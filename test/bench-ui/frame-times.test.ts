import { describe, expect, it } from "vitest";
import { frameTimes, pairedRatio } from "./frame-times.ts";

describe("frames of a scroll", () => {
  it("are told by their middle, their slow end and the share that a person sees", () => {
    const frames = [...Array.from({ length: 96 }, () => 17), 50, 51, 60, 110];
    expect(frameTimes(frames)).toEqual({ middle: 17, slow: 17, longest: 110, longPercent: 3 });
  });
});

describe("two grids by turns", () => {
  it("are compared round by round, so that a slow round weighs no more than others", () => {
    expect(pairedRatio([10, 300, 12], [10, 300, 10])).toBe(1);
    expect(() => pairedRatio([1, 2], [1])).toThrow("both sides");
  });
});
