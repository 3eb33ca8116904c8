/** Final amounts: whole tiyn (0.01 tenge), a bigint that only this module makes. */
import { type Brand, invariant } from "../kernel/index.ts";
import { divideRounded, type Ratio, type RoundingMode } from "./ratio.ts";

export type Tiyn = Brand<bigint, "Tiyn">;

const AMOUNT = /^(-?)(\d{1,30})(?:\.(\d{1,2}))?$/;

export function tiyn(value: bigint): Tiyn {
  return value as Tiyn;
}

/** Tenge with at most two decimals, such as `-12.5`, or nothing. */
export function findTiyn(tenge: string): Tiyn | undefined {
  const match = AMOUNT.exec(tenge);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  return tiyn(sign === "-" ? -value : value);
}

/** Tenge with two decimals and a point: `1234.50`. */
export function formatTenge(amount: Tiyn): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Rounds tenge to whole tiyn by the named mode: the one place where an amount becomes final. */
export function roundToTiyn(tenge: Ratio, mode: RoundingMode): Tiyn {
  return tiyn(divideRounded(tenge.numerator * 100n, tenge.denominator, mode));
}

export function sumTiyn(amounts: Iterable<Tiyn>): Tiyn {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return tiyn(total);
}

/** Asserts that two ways of adding up give the same total. */
export function assertEqualTiyn(left: Tiyn, right: Tiyn, what: string): void {
  invariant(left === right, `${what}: ${formatTenge(left)} and ${formatTenge(right)} differ`);
}
