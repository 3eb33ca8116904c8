/** Random levers, and what a lever makes of a case at each of its steps: the oracle's own reading. */
import { findCalendarDate, type Lever, type SolveQuestion } from "../../packages/core/src/index.ts";
import type { Random } from "../support/random.ts";
import { labelOf } from "../support/tiny-names.ts";
import type { Allocation } from "./city-calculation.ts";
import { allocationOf } from "./compare-random-case.ts";
import {
  type Fraction,
  fraction,
  fractionOf,
  minus,
  NOTHING,
  nearestWhole,
  over,
  times,
  wholeBelow,
} from "./fraction.ts";
import { YEAR } from "./land.ts";
import { expressionText } from "./law.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { pickFrom } from "./random-names.ts";
import { refusalOf } from "./refusal.ts";
import type { ParameterEntry } from "./scenario-documents.ts";
import { layOver } from "./scenario-laid-over.ts";
import { parameterEntry } from "./scenario-overrides.ts";

export type MadeValue = {
  readonly entry: Omit<ParameterEntry, "value">;
  readonly factor: string | undefined;
  readonly step: string | undefined;
};

export type MadeLever = {
  readonly values: readonly MadeValue[];
  readonly least: string;
  readonly greatest: string;
  readonly step: string;
};

const STEPS = ["0.01", "1", "0.5", "10", "1000", "25000"] as const;
const FACTORS = [undefined, undefined, "2", "0.5", "2/3", "-1", "1.005"] as const;
const LONGEST = 14;

/** How often another lever is thought of, in place of one that moves nothing. */
const THOUGHTS = 5;

/** Every value of a key is in one lever at most, once; most levers move what the city pays. */
export function randomLevers(given: RandomCase, random: Random): readonly MadeLever[] {
  const seen = new Set<string>();
  const isRising = random.chance(70);
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => {
    const thought = Array.from({ length: THOUGHTS }, () => randomLever(given, random, isRising));
    const lever = thought.find((each) => isMoving(given, each)) ?? thought[0];
    const values = (lever?.values ?? []).filter(({ entry: { parameter, key = {} } }) => {
      const name = [parameter, ...Object.entries(key).map(String).sort()].join();
      const isNew = !seen.has(name);
      seen.add(name);
      return isNew;
    });
    return lever === undefined || values.length === 0 ? [] : [{ ...lever, values }];
  }).flat();
}

function randomLever(given: RandomCase, random: Random, isRising: boolean): MadeLever {
  const values = Array.from({ length: random.pick([1, 1, 2, 3]) }, () =>
    madeValue(given, random, isRising),
  );
  const step = random.pick(STEPS);
  const least = times(fraction(BigInt(random.pick([0, 0, 1, 3]))), fractionOf(step));
  const most = times(fraction(BigInt(random.int(1, LONGEST))), fractionOf(step));
  return {
    values: values.filter((each) => each !== undefined),
    ...{ step, least: decimalText(least), greatest: decimalText(plusOf(least, most)) },
  };
}

function isMoving(given: RandomCase, lever: MadeLever): boolean {
  const { low, high } = rangeOf(lever);
  const [one, other] = [low, high].map((step) => amountAt(given, lever, step, { by: "city" }));
  return typeof one === "object" && typeof other === "object" && one.amount !== other.amount;
}

/** Why a value cannot be meant, whatever it is; nothing where it can. */
export function faultOf(given: RandomCase, { entry }: MadeValue): string | undefined {
  try {
    layOver(given, [{ ...entry, value: "1" }]);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

function plusOf(left: Fraction, right: Fraction): Fraction {
  return minus(left, minus(NOTHING, right));
}

function madeValue(given: RandomCase, random: Random, isRising: boolean): MadeValue | undefined {
  const thoughts = Array.from({ length: THOUGHTS }, () => thoughtEntry(given, random));
  const fits = (each: ParameterEntry | undefined) =>
    each !== undefined && faultOf(given, { entry: each, factor: "1", step: "1" }) === undefined;
  const made = random.chance(3) ? thoughts[0] : thoughts.find(fits);
  if (made === undefined) return undefined;
  const { parameter, key, validFrom, validTo } = made;
  const factor = random.pick(FACTORS);
  return {
    entry: {
      parameter,
      ...(key === undefined ? {} : { key }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    },
    factor: isRising && factor === "-1" ? "1" : factor,
    step: random.chance(30) ? random.pick(["0.1", "1", "0.25"]) : undefined,
  };
}

/** Mostly of the rate that is made for levers. */
function thoughtEntry(given: RandomCase, random: Random): ParameterEntry | undefined {
  const { parameters = [] } = given.document;
  const own = parameters.filter(({ parameter }) => parameter === LEVER_RATE);
  const isOwn = own.length > 0 && random.chance(55);
  return parameterEntry(isOwn ? { document: { parameters: own } } : given, random);
}

/** Tenge a pupil, by grade. */
const LEVER_RATE = "lever_rate";

/** The first line stands on a rate that levers may move: it rises with it, falls or turns. */
export function withLeverRate({ document, ...given }: RandomCase, random: Random): RandomCase {
  const rate = `${LEVER_RATE}[grade]`;
  const [first, ...others] = document.lines ?? [];
  if (first === undefined) return { document, ...given };
  const amount = expressionText(first.amount);
  const more = random.pick([
    `(${amount}) + sum(over count, grade, programme: pupils[count, grade, programme] * ${rate}) / 3`,
    `(${amount}) + round(pupils['january', 'g1', 'p1'] * ${LEVER_RATE}['g1'] * 1.005, 0)`,
    `(${amount}) - sum(over grade: pupils['january', grade, 'p1'] * ${rate})`,
    `min(${amount}, sum(over grade: pupils['september', grade, 'p2'] * ${rate}))`,
    `clamp(sum(over grade: pupils['january', grade, 'p2'] * ${rate}), 0 KZT, 5000 KZT)`,
    `pupils['january', 'g1', 'p1'] * ${LEVER_RATE}['g1'] * (8 - ${LEVER_RATE}['g1'] / ${LEVER_RATE}['g3'])`,
  ]);
  const dated = { validFrom: `${YEAR}-01-01`, knownFrom: `${YEAR - 1}-01-01`, status: "assumed" };
  const parameter = {
    ...{ parameter: LEVER_RATE, label: labelOf(LEVER_RATE), unit: "KZT/pupil" },
    ...{ dimensions: ["grade"], ...(random.chance(70) ? { minimum: "0" } : {}) },
    values: [
      { key: {}, value: "1000", ...dated },
      { key: { grade: "g2" }, value: "250.5", ...dated },
    ],
  };
  const parameters = [...(document.parameters ?? []), parameter];
  return {
    ...given,
    document: { ...document, parameters, lines: [{ ...first, amount: more }, ...others] },
  };
}

/** As core is asked. */
export function leverOf({ values, ...bounds }: MadeLever): Lever {
  return {
    ...{ ...bounds, place: {} },
    values: values.map(({ entry, factor, step }) => ({
      target: {
        parameter: entry.parameter,
        key: new Map(Object.entries(entry.key ?? {})),
        validFrom: findCalendarDate(entry.validFrom ?? ""),
        validTo: findCalendarDate(entry.validTo ?? ""),
      },
      ...{ factor, step, place: {} },
    })),
  };
}

export type StepRange = { readonly low: bigint; readonly high: bigint };

export function rangeOf({ least, greatest, step }: MadeLever): StepRange {
  const unit = fractionOf(step);
  const low = -wholeBelow(minus(NOTHING, over(fractionOf(least), unit)));
  return { low, high: wholeBelow(over(fractionOf(greatest), unit)) };
}

/** The case with the lever at a step; refused where some value cannot be meant. */
export function atStep(given: RandomCase, lever: MadeLever, at: bigint): RandomCase {
  const number = times(fraction(at), fractionOf(lever.step));
  const entries = lever.values.map(({ entry, factor, step }) => {
    const unit = fractionOf(step ?? lever.step);
    const exact = times(number, fractionOf(factor ?? "1"));
    const value = times(fraction(nearestWhole(over(exact, unit))), unit);
    return { ...entry, value: decimalText(value) };
  });
  return layOver(given, entries);
}

/** The digits of each value of a lever at a step. */
export function digitsAt(lever: MadeLever, step: bigint): readonly string[] {
  const number = times(fraction(step), fractionOf(lever.step));
  return lever.values.map(({ factor = "1", step: own = lever.step }) => {
    const parts = over(times(number, fractionOf(factor)), fractionOf(own));
    const twice = fraction(parts.top * 2n + (parts.top < 0n ? -parts.bottom : parts.bottom));
    const whole = twice.top / (parts.bottom * 2n);
    return decimalText(times(fraction(whole), fractionOf(own)));
  });
}

/** What a scope gets, or the code of the refusal. */
export type ScopeAmount = { readonly allocation: Allocation; readonly amount: bigint } | string;

export function amountAt(
  given: RandomCase,
  lever: MadeLever,
  at: bigint,
  scope: SolveQuestion["scope"],
): ScopeAmount {
  try {
    return amountOfCase(atStep(given, lever, at), scope);
  } catch (error) {
    return refusalOf(error);
  }
}

export function amountOfCase(given: RandomCase, scope: SolveQuestion["scope"]): ScopeAmount {
  const allocation = allocationOf(given);
  if (typeof allocation === "string") return allocation;
  return { allocation, amount: amountIn(allocation, scope) };
}

function amountIn({ totals, lines }: Allocation, scope: SolveQuestion["scope"]): bigint {
  switch (scope.by) {
    case "city":
      return totals.get("total") ?? 0n;
    case "tier":
    case "district":
      return totals.get(`${scope.by} ${scope.member}`) ?? 0n;
    case "budgetCode":
      return totals.get(`budget_code ${scope.member}`) ?? 0n;
    case "organisation":
      return [...lines]
        .filter(([name]) => name.startsWith(`${scope.member},`))
        .reduce((sum, [, amount]) => sum + amount, 0n);
  }
}

export function randomScope({ rows }: RandomCase, random: Random): SolveQuestion["scope"] {
  const organisation = pickFrom(rows.organisations, random);
  return random.pick<SolveQuestion["scope"]>([
    { by: "city" },
    { by: "city" },
    { by: "city" },
    { by: "tier", member: random.pick(["a", "b"]) },
    { by: "district", member: organisation?.["district"] ?? "" },
    { by: "budgetCode", member: "B1" },
    { by: "organisation", member: organisation?.["id"] ?? "" },
  ]);
}

/** Plain digits of a number that ends. */
export function decimalText({ top, bottom }: Fraction): string {
  let [digits, places] = [top, 0];
  while (digits % bottom !== 0n) [digits, places] = [digits * 10n, places + 1];
  const whole = digits / bottom;
  const text = `${whole < 0n ? -whole : whole}`.padStart(places + 1, "0");
  const end = text.length - places;
  const rest = places === 0 ? "" : `.${text.slice(end)}`;
  return `${whole < 0n ? "-" : ""}${text.slice(0, end)}${rest}`;
}
