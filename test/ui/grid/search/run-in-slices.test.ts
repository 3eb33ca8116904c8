import { describe, expect, it } from "vitest";

import {
  runFirstSlice,
  runInSlices,
  type SliceClock,
  type Steps,
} from "../../../../packages/ui/src/grid/search/run-in-slices.ts";

/** A clock that goes on by a millisecond whenever it is asked, and slices that wait for a turn. */
function handClock() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const clock: SliceClock = {
    now: () => now++,
    later: (slice) => {
      waiting.push(slice);
      return () => void waiting.splice(waiting.indexOf(slice), 1);
    },
  };
  return { clock, turn: () => waiting.shift()?.(), isWaiting: () => waiting.length > 0 };
}

function* countTo(last: number, seen: number[]): Steps<string> {
  for (let number = 1; number <= last; number += 1) {
    seen.push(number);
    yield;
  }
  return "done";
}

describe("long work", () => {
  it("begins later, gives way in between and tells its result at the end", () => {
    const { clock, turn, isWaiting } = handClock();
    const seen: number[] = [];
    const told: string[] = [];
    runInSlices(countTo(20, seen), (result) => told.push(result), clock);
    expect(seen).toEqual([]);
    turn();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(20);
    expect(told).toEqual([]);
    while (isWaiting()) turn();
    expect(seen).toHaveLength(20);
    expect(told).toEqual(["done"]);
  });

  it("that is short is done at once where the first slice is", () => {
    const { clock, isWaiting } = handClock();
    const told: string[] = [];
    runFirstSlice(countTo(2, []), (result) => told.push(result), clock);
    expect(told).toEqual(["done"]);
    expect(isWaiting()).toBe(false);
  });

  it("that is stopped tells nobody", () => {
    const { clock, turn, isWaiting } = handClock();
    const told: string[] = [];
    const stop = runInSlices(countTo(20, []), (result) => told.push(result), clock);
    turn();
    stop();
    expect(isWaiting()).toBe(false);
    expect(told).toEqual([]);
  });
});
