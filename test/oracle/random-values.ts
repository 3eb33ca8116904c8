/** Random values that are hard to add up: ties after a twelfth, many places, zeros, minuses. */
import type { Random } from "../support/random.ts";

/** Huge figures pass what a double holds exactly; in most cities nothing is huge. */
export type Size = "usual" | "huge";
export type ValueMaker = (random: Random, size: Size) => string;

/** Tenge: whole, in hundreds, with tiyn, with a tie at the third place, with many places. */
export const AMOUNTS: ValueMaker = (random, size) => {
  const kind = random.int(0, 9);
  const tenge = random.int(0, 900_000);
  if (kind <= 2) return `${tenge}`;
  if (kind <= 4) return `${random.int(0, 9_000)}00`;
  if (kind === 5) return `${tenge}.${random.digits(2)}`;
  if (kind === 6) return `${tenge}.${random.digits(2)}5`;
  if (kind === 7) return `${tenge}.${random.digits(random.int(3, 20))}`;
  if (kind === 8) return size === "usual" ? "0" : random.digits(13);
  return random.chance(80) ? `${tenge}.5` : `-${tenge}.${random.digits(3)}`;
};

/** Coefficients in steps of 0.005, which make half tenge of hundreds, or of many places. */
export const COEFFICIENTS: ValueMaker = (random) => {
  if (random.chance(70)) return inThousandths(random.int(0, 400) * 5);
  return `${random.int(0, 2)}.${random.digits(random.int(1, 25))}`;
};

/** Odd multiples of 0.0075: two thirds of them end in half a tiyn. */
export const SUPPLEMENTS: ValueMaker = (random, size) => {
  if (random.chance(50)) return AMOUNTS(random, size);
  const steps = random.int(0, 40_000_000) * 2 + 1;
  const digits = String(steps * 75).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

function inThousandths(thousandths: number): string {
  const digits = String(thousandths).padStart(4, "0");
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
