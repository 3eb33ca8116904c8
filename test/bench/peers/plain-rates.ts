/** The rates of a plan as the peers need them: numbers in tables, no formula and no name. */
import type { CalculationPlan } from "../../../packages/core/src/index.ts";
import { COUNT_DATES, type CodeTable, MONTHS } from "./blocks.ts";
import { BUILDINGS, type PlainCity } from "./plain-city.ts";

/** Rates by the place of codes in the tables of a city; monthly ones have twelve a place. */
export type Rates<Value> = {
  /** For each place of the pupils' table: its process cost and its coefficient of the programme. */
  readonly processCosts: readonly Value[];
  readonly programmes: readonly Value[];
  readonly environmentCost: Value;
  readonly locations: readonly Value[];
  readonly buildings: readonly Value[];
  readonly index: Value;
  readonly buildingMonths: number;
  /** How many months stand on the count of January, and how many on that of September. */
  readonly countMonths: readonly [number, number];
  readonly groups: readonly Value[];
  readonly lessons: readonly Value[];
  readonly schoolNeeds: readonly Value[];
  readonly kindergartenNeeds: readonly Value[];
};

/** Reads every rate that the city needs; `make` turns written digits into a value. */
export function readRates<Value>(
  plan: CalculationPlan,
  { tables, locations }: Pick<PlainCity, "tables" | "locations">,
  make: (digits: string) => Value,
): Rates<Value> {
  const january = plan.yearStart;
  const digitsOf = (id: string, key: readonly string[], day = january): string => {
    const found = plan.lookUp(id, key, day);
    return found.kind === "found" ? found.value.digits : "NaN";
  };
  const yearly = (table: CodeTable, id: string, keyOf: KeyOf): readonly Value[] =>
    [...table.values()].map((codes) => make(digitsOf(id, keyOf(codes))));
  const monthly = (table: CodeTable, id: string, keyOf: KeyOf): readonly Value[] => {
    const days = [...plan.monthStarts].sort(([left], [right]) => Number(left) - Number(right));
    return [...table.values()].flatMap((codes) =>
      days.slice(0, MONTHS).map(([, day]) => make(digitsOf(id, keyOf(codes), day))),
    );
  };
  const [first = 0, second = 0] = COUNT_DATES.map((code) =>
    Number(digitsOf("secondary.count_months", [code])),
  );
  const { pupils, groups, lessons, needs } = tables;
  return {
    processCosts: yearly(pupils, "secondary.Ez", ([level = ""]) => [level]),
    programmes: yearly(pupils, "secondary.k2", ([, programme = ""]) => [programme]),
    environmentCost: make(digitsOf("secondary.L", [])),
    locations: locations.map((code) => make(digitsOf("secondary.k1", [code]))),
    buildings: BUILDINGS.map((code) => make(digitsOf("secondary.A", [code]))),
    index: make(digitsOf("index.mrp", [])),
    buildingMonths: Number(digitsOf("secondary.A_months", [])),
    countMonths: [first, second],
    groups: monthly(
      groups,
      "preschool.monthly_rate",
      keyBy(plan, "preschool.monthly_rate", PLACES.groups),
    ),
    lessons: monthly(
      lessons,
      "extracurricular.monthly_rate",
      keyBy(plan, "extracurricular.monthly_rate", PLACES.lessons),
    ),
    schoolNeeds: yearly(
      needs,
      "special_needs.supplement_year",
      keyBy(plan, "special_needs.supplement_year", PLACES.needs),
    ),
    kindergartenNeeds: monthly(
      needs,
      "special_needs.supplement_month",
      keyBy(plan, "special_needs.supplement_month", PLACES.needs),
    ),
  };
}

type KeyOf = (codes: readonly string[]) => readonly string[];

/** Where the dimensions of a rate stand in the codes of a block. */
const PLACES = {
  groups: ["group_type", "child_category"],
  lessons: ["order", "direction", "child_category"],
  needs: ["category", "form"],
};

/** The key of a rate, in the order of its own dimensions. */
function keyBy({ methodology }: CalculationPlan, id: string, names: readonly string[]): KeyOf {
  const dimensions = methodology.parameters.get(id)?.dimensions ?? [];
  const places = dimensions.map((dimension) => names.indexOf(dimension));
  return (codes) => places.map((place) => codes[place] ?? "");
}
