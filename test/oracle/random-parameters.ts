/**
 * Random dated values in the form of parameters.csv: many decimal places, ties, zeros, values
 * adopted late and acting backwards, keys that leave dimensions open.
 *
 * Every key has a value on every day of the year from the start, so nothing is missing; known-froms
 * of one parameter differ, so nothing is ambiguous.
 */
import type { Random } from "../support/random.ts";
import type { Row } from "./csv-rows.ts";
import { AMOUNTS, COEFFICIENTS, type Size, SUPPLEMENTS, type ValueMaker } from "./random-values.ts";

type Dimension = readonly [name: string, codes: readonly string[]];
type Spec = {
  readonly id: string;
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
  readonly value: ValueMaker;
};

export const LEVELS = ["primary", "basic", "general_secondary"] as const;
export const PROGRAMMES = ["general", "gymnasium_lyceum", "special"] as const;
export const LOCATIONS = ["urban", "rural"] as const;
export const GROUPS = [
  ...(["full_day", "short_day", "mini_centre", "special_group"] as const),
  ...(["sanatorium", "round_the_clock"] as const),
] as const;
export const AGES = ["under_3", "from_3"] as const;
export const DIRECTIONS = [
  ...(["music", "dance", "fine_arts", "theatre", "robotics", "science", "tourism"] as const),
  ...(["team_sports", "martial_arts", "gymnastics", "swimming"] as const),
] as const;
export const CHILDREN = ["general", "special_needs"] as const;
export const NEEDS = [
  ...(["development_delay", "speech", "hearing", "vision", "musculoskeletal"] as const),
  ...(["intellectual_mild", "intellectual_moderate", "intellectual_severe"] as const),
  ...(["autism", "complex"] as const),
] as const;
export const SCHOOL_FORMS = ["inclusive", "special_class", "special_school", "home"] as const;
export const GROUP_FORMS = ["inclusive", "special_group"] as const;

const PER_MONTH = "KZT/child/month";
const PER_YEAR = "KZT/pupil/year";

const SPECS: readonly Spec[] = [
  spec("index.mrp", "KZT/MRP", [], (random) =>
    random.chance(60) ? "4325" : `4${random.digits(3)}.${random.digits(random.int(1, 9))}`,
  ),
  spec("secondary.Ez", PER_YEAR, [["level", LEVELS]], AMOUNTS),
  spec("secondary.L", PER_YEAR, [], AMOUNTS),
  spec("secondary.k1", "1", [["location", LOCATIONS]], COEFFICIENTS),
  spec("secondary.k2", "1", [["programme", PROGRAMMES]], COEFFICIENTS),
  spec("secondary.A", "MRP/pupil/year", [["build_kind", ["new", "reconstruction"]]], (random) =>
    random.chance(70) ? random.pick(["96", "47"]) : `${random.int(0, 99)}.${random.digits(3)}`,
  ),
  spec("secondary.A_months", "month", [], (random) =>
    random.chance(85) ? "96" : `${random.int(0, 130)}`,
  ),
  spec("secondary.count_months", "month", [["count", ["january"]]], (random) =>
    random.chance(85) ? "8" : `${random.int(0, 12)}`,
  ),
  spec("secondary.count_months", "month", [["count", ["september"]]], (random) =>
    random.chance(85) ? "4" : `${random.int(0, 12)}`,
  ),
  spec("preschool.monthly_rate", PER_MONTH, pair("child_category", AGES, "group_type", GROUPS)),
  spec(
    "extracurricular.monthly_rate",
    PER_MONTH,
    pair("child_category", CHILDREN, "direction", DIRECTIONS),
  ),
  spec(
    "special_needs.supplement_year",
    PER_YEAR,
    pair("category", NEEDS, "form", SCHOOL_FORMS),
    SUPPLEMENTS,
  ),
  spec(
    "special_needs.supplement_month",
    PER_MONTH,
    pair("category", NEEDS, "form", GROUP_FORMS),
    SUPPLEMENTS,
  ),
];

/** What the values of a city are made with. */
export type ValueChoice = { readonly random: Random; readonly year: number; readonly size: Size };

export function randomParameters(choice: ValueChoice): readonly Row[] {
  return SPECS.flatMap((each) => parameterRows(each, choice));
}

/** Keys open at the end: all, the first dimension only, or none named; never two ways at once. */
function parameterRows(each: Spec, choice: ValueChoice): readonly Row[] {
  const { random } = choice;
  const isOpen = each.dimensions.length > 0 && each.id !== "secondary.count_months";
  const anywhere = isOpen && random.chance(30) ? [""] : [];
  const keys = each.dimensions.length === 0 ? [""] : branchKeys(each.dimensions, random, anywhere);
  return [...anywhere, ...keys].flatMap((key) => datedRows(each, key, choice));
}

/** A code is left to a more open key only where there is one. */
function branchKeys(
  [dimension, ...rest]: readonly Dimension[],
  random: Random,
  wider: readonly string[],
): readonly string[] {
  if (dimension === undefined) return [];
  const [name, codes] = dimension;
  return codes.flatMap((code) => {
    const key = `${name}=${code}`;
    const [inner] = rest;
    if (inner === undefined) return wider.length > 0 && random.chance(50) ? [] : [key];
    const own = random.chance(20) ? [key] : [];
    const within = branchKeys(rest, random, [...wider, ...own]);
    return [...own, ...within.map((part) => `${key};${part}`)];
  });
}

/** A value known from the start and valid all year, and up to three that replace it in time. */
function datedRows(each: Spec, key: string, choice: ValueChoice): readonly Row[] {
  const { random, year } = choice;
  const laterCount = random.chance(40) ? random.int(1, 3) : 0;
  const start = random.chance(80) ? `${year}-01-01` : "2019-01-01";
  const end = random.chance(80) ? `${year}-12-31` : "";
  const first = row(each, key, choice, [start, end, `${year - 1}-11-0${random.int(1, 9)}`]);
  const adoptions = new Set(Array.from({ length: laterCount }, () => adoptionDay(random, year)));
  return [
    first,
    ...[...adoptions].map((adopted) => {
      const from = randomDay(random, year);
      const to = random.chance(50) ? "" : laterOf(from, randomDay(random, year));
      return row(each, key, choice, [from, to, adopted]);
    }),
  ];
}

/** Later than every first value: in December before the year, or in the year. */
function adoptionDay(random: Random, year: number): string {
  return random.chance(30) ? `${year - 1}-12-${random.int(10, 31)}` : randomDay(random, year);
}

/** Days at the edges of months are the interesting ones. */
export function randomDay(random: Random, year: number): string {
  const month = random.int(1, 12);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = random.pick([1, 1, last, 2, random.int(1, last)]);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}

function row(
  { id, unit, value }: Spec,
  key: string,
  { random, size }: ValueChoice,
  [from, to, known]: readonly [from: string, to: string, known: string],
): Row {
  return {
    parameter_id: id,
    unit,
    key,
    value: value(random, size),
    valid_from: from,
    valid_to: to,
    known_from: known,
    status: "assumed",
    source_note: "",
  };
}

function spec(
  id: string,
  unit: string,
  dimensions: readonly Dimension[],
  value: ValueMaker = AMOUNTS,
): Spec {
  return { id, unit, dimensions, value };
}

function pair(
  first: string,
  firstCodes: readonly string[],
  second: string,
  secondCodes: readonly string[],
): readonly Dimension[] {
  return [
    [first, firstCodes],
    [second, secondCodes],
  ];
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
