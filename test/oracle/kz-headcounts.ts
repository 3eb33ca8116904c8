/**
 * The people each line pays for, on average over the year: child-months divided by twelve, straight
 * from the rows and without a line of core. Supplements count nobody.
 */
import type { Row } from "./csv-rows.ts";
import { type Fraction, over, times, total } from "./fraction.ts";
import { knownValues } from "./known-values.ts";
import {
  type Case,
  type City,
  CLUBS,
  children,
  KINDERGARTENS,
  monthsPaid,
  openMonthRows,
  paidPupils,
  rowsByOrganisation,
  SCHOOLS,
  schoolCode,
  TWELVE,
} from "./kz-oracle.ts";

/** Exact averages by `bin,tier,budget code`, only where somebody was counted. */
export function averageHeadcounts(
  city: City,
  year: number,
  knownOn: string,
): ReadonlyMap<string, Fraction> {
  const values = knownValues(city.parameters, knownOn);
  const rowsOf = rowsByOrganisation(city.headcounts);
  const found = new Map<string, Fraction>();
  for (const organisation of city.organisations) {
    const bin = organisation["bin"] ?? "";
    const one = { year, organisation, rows: rowsOf.get(bin) ?? [], values };
    for (const [name, months] of childMonths(one)) {
      if (months.length > 0) found.set(`${bin},${name}`, over(total(months), TWELVE));
    }
  }
  return found;
}

function childMonths(one: Case): readonly (readonly [name: string, months: readonly Fraction[]])[] {
  const type = one.organisation["organisation_type"] ?? "";
  if (SCHOOLS.includes(type)) {
    const months = paidPupils(one).map((row) => times(children(row), monthsPaid(row, one)));
    return [[`secondary,${schoolCode(one.organisation)}`, months]];
  }
  if (KINDERGARTENS.includes(type)) {
    return [["preschool,04.1.360.034", openMonthRows(one, "enrolled", "preschool").map(children)]];
  }
  if (!CLUBS.includes(type)) return [];
  const attended = openMonthRows(one, "attended", "extracurricular");
  const isSport = (row: Row) => row["programme"] === "sport";
  return [
    ["extracurricular,04.2.360.008", attended.filter((row) => !isSport(row)).map(children)],
    ["extracurricular,04.2.381.006", attended.filter(isSport).map(children)],
  ];
}
