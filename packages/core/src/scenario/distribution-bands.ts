/** Sizes of organisations in bands, by the people they are paid for on average over the year. */
import { compareRatios, type Ratio, ratioOf } from "../money/index.ts";

/** The lower ends that are taken when nobody names others. */
const SIZE_BOUNDS: readonly number[] = [0, 100, 300, 600, 1000, 1500, 2000];

/** From a size up to below another one; without an end upwards. */
export type SizeBand = {
  readonly name: string;
  readonly from: number;
  readonly to: number | undefined;
};

/** Bands between these whole numbers, from zero on: together they hold every size once. */
export function sizeBands(bounds: readonly number[] = SIZE_BOUNDS): readonly SizeBand[] {
  const ends = [...new Set([0, ...bounds])].sort((left, right) => left - right);
  return ends.map((from, place) => {
    const to = ends[place + 1];
    return { name: to === undefined ? `${from}+` : `${from}-${to}`, from, to };
  });
}

export function isInBand(size: Ratio, { from, to }: SizeBand): boolean {
  const reaches = compareRatios(size, ratioOf(BigInt(from))) >= 0;
  return reaches && (to === undefined || compareRatios(size, ratioOf(BigInt(to))) < 0);
}
