/**
 * Units of value: products of powers of base units, such as `KZT/pupil/year`.
 *
 * Child and pupil are one unit. The unit `1` is a bare number.
 */
import { compareIds } from "../kernel/index.ts";

/** Exponents by base unit, sorted by name, none of them zero. */
export type Unit = ReadonlyMap<string, number>;

export const UNITLESS: Unit = new Map();

const ALIASES: ReadonlyMap<string, string> = new Map([["child", "pupil"]]);
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export function baseUnit(name: string): Unit {
  return new Map([[ALIASES.get(name) ?? name, 1]]);
}

/** Reads `KZT/pupil/year`, `1`, `1/month` or `pupil*month`; nothing when it is not a unit. */
export function findUnit(text: string): Unit | undefined {
  let unit = UNITLESS;
  let divides = false;
  for (const part of text.split(/([*/])/)) {
    if (part === "*" || part === "/") {
      divides = part === "/";
      continue;
    }
    if (part !== "1" && !NAME.test(part)) return undefined;
    const factor = part === "1" ? UNITLESS : baseUnit(part);
    unit = divides ? divideUnits(unit, factor) : multiplyUnits(unit, factor);
  }
  return unit;
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, 1);
}

export function divideUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, -1);
}

export function equalUnits(left: Unit, right: Unit): boolean {
  return formatUnit(left) === formatUnit(right);
}

/**
 * `KZT/pupil/year`: numerators first; people and things before time, then by name; `1` for a bare
 * number.
 */
export function formatUnit(unit: Unit): string {
  const inOrder = [...unit].sort(([left], [right]) => rankOf(left) - rankOf(right));
  const above = inOrder.filter(([, power]) => power > 0).flatMap(repeat);
  const below = inOrder.filter(([, power]) => power < 0).flatMap(repeat);
  return [above.join("*") || "1", ...below].join("/");
}

const TIME = ["month", "year"];

function rankOf(name: string): number {
  return TIME.indexOf(name);
}

function repeat([name, power]: readonly [string, number]): readonly string[] {
  return Array.from({ length: power < 0 ? -power : power }, () => name);
}

function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  const powers = new Map(left);
  for (const [name, power] of right) {
    const sum = (powers.get(name) ?? 0) + sign * power;
    if (sum === 0) powers.delete(name);
    else powers.set(name, sum);
  }
  return new Map([...powers].sort(([first], [second]) => compareIds(first, second)));
}
