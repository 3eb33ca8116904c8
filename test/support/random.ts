/** A small generator of pseudo-random numbers: the same seed gives the same choices everywhere. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** True in about `percent` of a hundred calls. */
  readonly chance: (percent: number) => boolean;
  /** `count` random digits. */
  readonly digits: (count: number) => string;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state, one multiplication a step.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    chance: (percent) => next() * 100 < percent,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(""),
  };
}
