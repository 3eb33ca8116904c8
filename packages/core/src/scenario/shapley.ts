/**
 * Shapley's rule: what each of a few players adds, on average over all orders in which they come.
 *
 * Shares of whole numbers are kept as whole numbers over k!, so they add up exactly. The share of a
 * player is a sum of the values of all coalitions, each with a whole weight; sums are kept in two
 * halves, so that doubles hold them without loss.
 */
import { present } from "../kernel/index.ts";
import type { Tiyn } from "../money/index.ts";

/** More players than this would make 2^k values too many. */
export const PLAYERS_LIMIT = 8;

/** k! for at most eight. */
export function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}

/** The weight of the value of this coalition in the share of each player, over k!. */
export function weightsOf(isIn: readonly boolean[]): readonly number[] {
  const count = isIn.length;
  const size = isIn.filter(Boolean).length;
  const joined = size === 0 ? 0 : factorial(size - 1) * factorial(count - size);
  const left = size === count ? 0 : -factorial(size) * factorial(count - size - 1);
  return isIn.map((each) => (each ? joined : left));
}

/** All coalitions of `count` players, neighbours differing in one; the empty one is first. */
export function coalitionsOf(count: number): readonly (readonly boolean[])[] {
  if (count === 0) return [[]];
  const smaller = coalitionsOf(count - 1);
  return [
    ...smaller.map((each) => [...each, false]),
    ...smaller.toReversed().map((each) => [...each, true]),
  ];
}

/** Amounts of some rows, in whole tiyn. */
export type RowAmounts = {
  readonly rows: Int32Array;
  readonly amounts: Float64Array | readonly Tiyn[];
};

/** Sums by row in several channels at once. */
export type WeightedSums = {
  /** Adds the amounts to each channel by its weight, which is at most 8!. */
  readonly add: (amounts: RowAmounts, weights: readonly number[]) => void;
  readonly sumAt: (channel: number, row: number) => bigint;
};

const HALF = 2 ** 26;
const WHOLE = 2n ** 52n;

/** A double holds each half of 2^8 amounts up to 2^52, weighted: 26 + 17 bits. */
export function createWeightedSums(size: number, channels: number): WeightedSums {
  const halves = Array.from({ length: channels }, () => ({
    high: new Float64Array(size),
    low: new Float64Array(size),
  }));
  const beyond = new Map<string, bigint>();
  const addHalves = (rows: Int32Array, amounts: Float64Array, weights: readonly number[]): void => {
    const low = amounts.map((amount) => amount % HALF);
    const high = amounts.map((amount, place) => (amount - (low[place] as number)) / HALF);
    weights.forEach((weight, channel) => {
      if (weight === 0) return;
      const sums = present(halves[channel], "a weight has its channel");
      for (let place = 0; place < rows.length; place += 1) {
        const row = rows[place] as number;
        sums.high[row] = (sums.high[row] as number) + weight * (high[place] as number);
        sums.low[row] = (sums.low[row] as number) + weight * (low[place] as number);
      }
    });
  };
  return {
    add: ({ rows, amounts }, weights) => {
      if (amounts instanceof Float64Array) {
        addHalves(rows, amounts, weights);
        return;
      }
      const isSmall = (amount: bigint): boolean => amount <= WHOLE && amount >= -WHOLE;
      addHalves(
        rows,
        Float64Array.from(amounts, (amount) => (isSmall(amount) ? Number(amount) : 0)),
        weights,
      );
      amounts.forEach((amount, place) => {
        if (isSmall(amount)) return;
        weights.forEach((weight, channel) => {
          const name = `${channel}|${rows[place]}`;
          beyond.set(name, (beyond.get(name) ?? 0n) + BigInt(weight) * amount);
        });
      });
    },
    sumAt: (channel, row) => {
      const { high, low } = present(halves[channel], "a channel that there is");
      const large = beyond.size === 0 ? 0n : (beyond.get(`${channel}|${row}`) ?? 0n);
      const [upper, lower] = [high[row] ?? 0, low[row] ?? 0];
      if (upper === 0 && lower === 0) return large;
      return BigInt(upper) * BigInt(HALF) + BigInt(lower) + large;
    },
  };
}
