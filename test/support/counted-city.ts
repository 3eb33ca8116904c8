/**
 * A city of schools with pupils and places, where money per head can be worked out by hand: 1,000
 * tenge a pupil, a kindergarten of the same body at 100 tenge a child and month, a gift to each
 * body that counts nobody again.
 */
import type { CalculationRun, RegisterSnapshot } from "../../packages/core/src/index.ts";
import { KINDERGARTEN_CODE, line, SCHOOL_LINE, schoolPlan } from "./school-methodology.ts";
import { childrenAllYear, organisation, pupils, run } from "./school-register.ts";

const LINES = [
  { ...SCHOOL_LINE, headcount: "sum(over count, level: pupils[count, level])" },
  line("kindergarten", "sum(over month, level: children[month, level]) * 100 KZT/pupil", {
    ...{ tier: "preschool", budgetCode: KINDERGARTEN_CODE },
    headcount: "sum(over month, level: children[month, level]) / 12",
  }),
  line("gift", "500 KZT", { exists: "when", tier: "overhead", budgetCode: KINDERGARTEN_CODE }),
];

export type CountedSchool = {
  readonly pupils?: number;
  readonly children?: number;
  readonly district?: string;
  readonly ownership?: string;
  readonly capacity?: string;
  readonly opened?: string;
};

/** Pupils are those of one count, which stand for the year; children are there in every month. */
export function countedCity(
  schools: Readonly<Record<string, CountedSchool>>,
  change: Partial<RegisterSnapshot> = {},
): CalculationRun {
  const each = Object.entries(schools);
  // Somebody is counted in every period, so that no count is missing.
  const zeros = [
    ...pupilsOf("z", 0),
    pupils("z", "2026-09-05", "primary", 0),
    ...childrenAllYear("z", 0),
  ];
  return run(schoolPlan({ lines: LINES }), {
    organisations: [
      ...each.map(([id, { district = "north", ownership = "state", capacity, opened }]) =>
        organisation({
          ...{ id, attributes: { district, ownership, ...(capacity && { capacity }) } },
          ...(opened === undefined ? {} : { opened }),
        }),
      ),
      organisation({ id: "z" }),
    ],
    headcounts: [
      ...each.flatMap(([id, { pupils: count = 0, children: those = 0 }]) => [
        ...pupilsOf(id, count),
        ...(those === 0 ? [] : childrenAllYear(id, those)),
      ]),
      ...zeros,
    ],
    ...change,
  });
}

function pupilsOf(id: string, count: number) {
  return count === 0 && id !== "z" ? [] : [pupils(id, "2026-01-01", "primary", count)];
}
