/** What a random expression may name at its place, and how names with an index are written. */
import type { Random } from "../support/random.ts";
import { CODES, type Dimension, type FactUnit } from "./land.ts";

export type Type = FactUnit;

/** Parameters and tables with their index, made as expressions come to need them. */
export type NamedValues = {
  readonly parameter: (type: Type, names: Names) => string;
  /** Tenge a pupil. */
  readonly perHead: (names: Names) => string;
  readonly table: (type: Type, names: Names) => string;
};

/** A formula that may be asked for. */
export type Signature = {
  readonly name: string;
  readonly type: Type | "truth";
  readonly hasOrganisation: boolean;
  readonly index: readonly string[];
};

/** What may be named at a place. */
export type Names = {
  readonly random: Random;
  readonly depth: number;
  readonly hasOrganisation: boolean;
  /** Dimensions in scope. */
  readonly scope: readonly string[];
  readonly formulas: readonly Signature[];
  readonly values: NamedValues;
  readonly isTotalled: boolean;
  /** Amounts of the organisation: lines before stages and what stages did, as they are named. */
  readonly amounts: readonly string[];
};

const NUMBERS = [
  "0",
  "1",
  "2",
  "0.5",
  "0.085",
  "1.125",
  "0.005",
  "3",
  "7.25",
  "100",
  "2.675",
] as const;
const AMOUNTS = [
  "100",
  "0.005",
  "1234.565",
  "10.015",
  "999.99",
  "0.5",
  "250000",
  "1000",
  "7",
] as const;
/** Attributes whose code stands for the code of a list. */
const ATTRIBUTES = ["kind", "district"];
const UNITS = { number: "", people: " pupil", money: " KZT" } as const;

/** `[january, grade]`, or nothing where there is no index. */
export function indexText(index: readonly string[], names: Names): string {
  if (index.length === 0) return "";
  return `[${index.map((dimension) => codeText(dimension, names)).join(", ")}]`;
}

/** Mostly what is in scope, else a code in quotes or one that a mapping gives. */
export function codeText(dimension: string, names: Names): string {
  const { random, scope, hasOrganisation } = names;
  const isKnown = scope.includes(dimension);
  if ((isKnown || (hasOrganisation && ATTRIBUTES.includes(dimension))) && random.chance(85))
    return dimension;
  if (dimension === "step" && random.chance(60)) {
    return `step_of[${scope.includes("grade") ? "grade" : "'g1'"}]`;
  }
  const codes: readonly string[] = CODES[isDimension(dimension) ? dimension : "grade"];
  return `'${pickFrom(codes, random) ?? ""}'`;
}

function isDimension(name: string): name is Dimension {
  return name in CODES;
}

export function literal(type: Type, random: Random): string {
  const digits = type === "money" ? random.pick(AMOUNTS) : random.pick(NUMBERS);
  return `${digits}${UNITS[type]}`;
}

export function pickFrom<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[random.int(0, items.length - 1)];
}
