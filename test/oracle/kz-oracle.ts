/**
 * Kazakhstan's allocation once more, straight from section 3 of the demonstration's README, in exact
 * fractions and without a line of core.
 *
 * What the README leaves open: a line stands when a paid count reached it. For schools every count
 * of the year does, for monthly tiers those of months the organisation is open; a count of zero is
 * a count.
 */
import type { Row } from "./csv-rows.ts";
import {
  type Fraction,
  fraction,
  fractionOf,
  NOTHING,
  nearestWhole,
  over,
  plus,
  times,
  total,
} from "./fraction.ts";
import { type KnownValues, knownValues } from "./known-values.ts";

/** The rows of the four files that decide the amounts. */
export type City = {
  readonly organisations: readonly Row[];
  readonly headcounts: readonly Row[];
  readonly estimates: readonly Row[];
  readonly parameters: readonly Row[];
};

/** Tiyn by `bin,tier,budget code,method`. */
export type Allocations = ReadonlyMap<string, bigint>;

export const SCHOOLS = ["general_school", "gymnasium", "lyceum", "special_school"];
export const KINDERGARTENS = [
  ...["kindergarten", "nursery_kindergarten", "mini_centre"],
  ...["special_kindergarten", "sanatorium_kindergarten"],
];
export const CLUBS = [
  "children_palace",
  "art_school",
  "sport_school",
  "creative_club",
  "sport_club",
];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
export const TWELVE = fraction(12n);

/** One organisation in one year: its rows, and the law as known. */
export type Case = {
  readonly year: number;
  readonly organisation: Row;
  readonly rows: readonly Row[];
  readonly values: KnownValues;
};

export function allocate(city: City, year: number, knownOn: string): Allocations {
  const values = knownValues(city.parameters, knownOn);
  const rowsOf = rowsByOrganisation(city.headcounts);
  const lines = new Map<string, bigint>();
  for (const organisation of city.organisations) {
    const rows = rowsOf.get(organisation["bin"] ?? "") ?? [];
    for (const [name, tenge] of formulaLines({ year, organisation, rows, values })) {
      const amount = nearestWhole(times(tenge, fraction(100n)));
      lines.set(`${organisation["bin"]},${name},formula`, amount);
    }
  }
  for (const [name, amount] of estimateLines(city.estimates, year)) lines.set(name, amount);
  return lines;
}

export function rowsByOrganisation(
  headcounts: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of headcounts) {
    const rows = found.get(row["bin"] ?? "") ?? [];
    rows.push(row);
    found.set(row["bin"] ?? "", rows);
  }
  return found;
}

function formulaLines(one: Case): readonly (readonly [name: string, tenge: Fraction])[] {
  const type = one.organisation["organisation_type"] ?? "";
  if (SCHOOLS.includes(type)) {
    return [
      ...line(`secondary,${schoolCode(one.organisation)}`, paidPupils(one), () => school(one)),
      ...line("special_needs,04.2.360.004", pupilsInNeed(one), () => schoolSupplements(one)),
    ];
  }
  if (KINDERGARTENS.includes(type)) {
    const children = openMonthRows(one, "enrolled", "preschool");
    const inNeed = openMonthRows(one, "enrolled", "special_needs");
    return [
      ...line("preschool,04.1.360.034", children, () => kindergarten(children, one)),
      ...line("special_needs,04.2.360.004", inNeed, () => monthSupplements(inNeed, one)),
    ];
  }
  if (!CLUBS.includes(type)) return [];
  const attended = openMonthRows(one, "attended", "extracurricular");
  const sport = attended.filter((row) => row["programme"] === "sport");
  const others = attended.filter((row) => row["programme"] !== "sport");
  return [
    ...line("extracurricular,04.2.360.008", others, () => lessons(others, one)),
    ...line("extracurricular,04.2.381.006", sport, () => lessons(sport, one)),
  ];
}

function line(
  name: string,
  rows: readonly Row[],
  amount: () => Fraction,
): readonly (readonly [string, Fraction])[] {
  return rows.length === 0 ? [] : [[name, amount()]];
}

export function schoolCode({ ownership, organisation_type: type }: Row): string {
  if (ownership === "private") return "04.2.360.204";
  return type === "special_school" ? "04.2.360.003" : "04.2.360.040";
}

/** Enrolled in state schools, contracted in private ones, on the count dates of the year. */
export function paidPupils({ organisation, rows, year }: Case): readonly Row[] {
  const measure = organisation["ownership"] === "private" ? "contracted" : "enrolled";
  return rows.filter(
    (row) =>
      row["tier"] === "secondary" && row["measure"] === measure && isCount(row["period"], year),
  );
}

function pupilsInNeed({ rows, year }: Case): readonly Row[] {
  return rows.filter((row) => row["tier"] === "special_needs" && isCount(row["period"], year));
}

function isCount(period: string | undefined, year: number): boolean {
  return period === `${year}-01-01` || period === `${year}-09-05`;
}

function school(one: Case): Fraction {
  const base = total(
    paidPupils(one).map((row) => times(times(norm(row, one), children(row)), monthsPaid(row, one))),
  );
  return plus(over(base, TWELVE), investor(one));
}

/** Whole tenge: (Ez + L) × (k1 + k2), rounded. */
function norm(row: Row, one: Case): Fraction {
  const cost = plus(
    yearValue(one, "secondary.Ez", { level: row["level_or_group"] ?? "" }),
    yearValue(one, "secondary.L", {}),
  );
  const weight = plus(
    yearValue(one, "secondary.k1", { location: one.organisation["location"] ?? "" }),
    yearValue(one, "secondary.k2", { programme: row["programme"] ?? "" }),
  );
  return fraction(nearestWhole(times(cost, weight)));
}

/** Private and built or rebuilt only: A × MRP × Σ over months min(pupils, capacity) / 12. */
function investor(one: Case): Fraction {
  const { ownership, build_kind: building = "", design_capacity: capacity = "" } = one.organisation;
  if (ownership !== "private" || building === "none") return NOTHING;
  const places = BigInt(capacity);
  const pupilMonths = openMonths(one)
    .filter((month) => isWithinTerm(month, one))
    .map((month) => pupilsIn(month, one))
    .map((pupils) => fraction(pupils < places ? pupils : places));
  const rate = times(
    yearValue(one, "secondary.A", { build_kind: building }),
    yearValue(one, "index.mrp", {}),
  );
  return over(times(rate, total(pupilMonths)), TWELVE);
}

/** The month of commissioning is the first of the term. */
function isWithinTerm(month: number, one: Case): boolean {
  const [year = "", first = ""] = (one.organisation["commissioned_on"] ?? "").split("-");
  const place = (one.year - Number(year)) * 12 + month - Number(first) + 1;
  const term = yearValue(one, "secondary.A_months", {});
  return place >= 1 && BigInt(place) * term.bottom <= term.top;
}

function pupilsIn(month: number, one: Case): bigint {
  return paidPupils(one)
    .filter((row) => monthsOfCount(row, one).includes(month))
    .reduce((sum, row) => sum + BigInt(row["headcount"] ?? ""), 0n);
}

function schoolSupplements(one: Case): Fraction {
  const sum = total(
    pupilsInNeed(one).map((row) => {
      const rate = yearValue(one, "special_needs.supplement_year", needKey(row));
      return times(times(rate, children(row)), monthsPaid(row, one));
    }),
  );
  return over(sum, TWELVE);
}

function monthSupplements(rows: readonly Row[], one: Case): Fraction {
  return total(
    rows.map((row) =>
      times(monthValue(one, "special_needs.supplement_month", needKey(row), row), children(row)),
    ),
  );
}

function needKey(row: Row): Row {
  return { category: row["child_category"] ?? "", form: row["programme"] ?? "" };
}

function kindergarten(rows: readonly Row[], one: Case): Fraction {
  return total(
    rows.map((row) => {
      const key = {
        child_category: row["child_category"] ?? "",
        group_type: row["level_or_group"] ?? "",
      };
      return times(monthValue(one, "preschool.monthly_rate", key, row), children(row));
    }),
  );
}

function lessons(rows: readonly Row[], one: Case): Fraction {
  return total(
    rows.map((row) => {
      const key = {
        child_category: row["child_category"] ?? "",
        direction: row["level_or_group"] ?? "",
      };
      return times(monthValue(one, "extracurricular.monthly_rate", key, row), children(row));
    }),
  );
}

export function children(row: Row): Fraction {
  return fractionOf(row["headcount"] ?? "");
}

/** Months of the row's count in which the school is open from the first to the last day. */
export function monthsPaid(row: Row, one: Case): Fraction {
  const open = new Set(openMonths(one));
  return fraction(BigInt(monthsOfCount(row, one).filter((month) => open.has(month)).length));
}

/** The count of January stands for the first months, that of September for those after them. */
function monthsOfCount(row: Row, one: Case): readonly number[] {
  const january = yearValue(one, "secondary.count_months", { count: "january" });
  const september = yearValue(one, "secondary.count_months", { count: "september" });
  const both = plus(january, september);
  const isIn = (month: number, { top, bottom }: Fraction) => BigInt(month) * bottom <= top;
  if (row["period"]?.endsWith("-01-01")) return MONTHS.filter((month) => isIn(month, january));
  return MONTHS.filter((month) => !isIn(month, january) && isIn(month, both));
}

export function openMonthRows(one: Case, measure: string, tier: string): readonly Row[] {
  const open = openMonths(one).map((month) => `${one.year}-${twoDigits(month)}`);
  return one.rows.filter(
    (row) =>
      row["measure"] === measure && row["tier"] === tier && open.includes(row["period"] ?? ""),
  );
}

function openMonths({ year, organisation }: Case): readonly number[] {
  const { opened_on: opened = "", closed_on: closed = "" } = organisation;
  return MONTHS.filter((month) => {
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const first = `${last.slice(0, 8)}01`;
    return opened <= first && (closed === "" || last <= closed);
  });
}

/** Schools use the values of 1 January. */
function yearValue({ year, values }: Case, id: string, key: Row): Fraction {
  return values(id, key, `${year}-01-01`);
}

/** Monthly tiers use the values of the first day of the month. */
function monthValue({ values }: Case, id: string, key: Row, row: Row): Fraction {
  return values(id, key, `${row["period"]}-01`);
}

function estimateLines(estimates: readonly Row[], year: number): Allocations {
  const lines = new Map<string, bigint>();
  for (const row of estimates) {
    if (row["fiscal_year"] !== `${year}`) continue;
    const name = [row["bin"], row["tier"], row["budget_code"], "estimate"].join(",");
    const amount = times(fractionOf(row["amount"] ?? ""), fraction(100n));
    if (amount.bottom !== 1n) throw new RangeError(`an estimate of parts of a tiyn: ${name}`);
    lines.set(name, (lines.get(name) ?? 0n) + amount.top);
  }
  return lines;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
