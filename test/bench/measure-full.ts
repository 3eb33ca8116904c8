/** The full calculation beside the plain loop, turn by turn. */
import { getValue } from "../support/get-value.ts";
import type { BenchCity } from "./bench-city.ts";
import { calculatePlain } from "./peers/plain-calculation.ts";
import { median, timeOf } from "./statistics.ts";

export type FullTimes = { readonly core: number; readonly plain: number };

/** Rounds that only warm up: the machine compiles what it has seen often enough. */
const WARM_UP = 120;

/** Milliseconds of a full calculation, the middle of so many rounds. */
export function measureFull({ model, peer }: BenchCity, rounds: number): FullTimes {
  const core: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const own = timeOf(() => getValue(model.recalculate()));
    const other = timeOf(() => calculatePlain(peer.city, peer.rates, peer.result));
    if (round < WARM_UP) continue;
    core.push(own);
    plain.push(other);
  }
  return { core: median(core), plain: median(plain) };
}
