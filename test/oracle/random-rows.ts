/** Random registers: organisations that open, close and follow each other, absent cells. */
import type { Random } from "../support/random.ts";
import type { CityRows } from "./city.ts";
import type { Row } from "./csv-rows.ts";
import { BUDGET_CODES, CODES, COUNT_DAYS, YEAR } from "./land.ts";
import { pickFrom } from "./random-names.ts";
import type { Size } from "./random-values-of-law.ts";

/** Always open and with every cell, so that no period is without a row. */
export const COMPLETE = "0-first";
const DAYS = ["2019-05-31", "2026-01-01", "2011-11-11", "2026-07-15"] as const;

const DECIMALS = [
  "0",
  "1",
  "2",
  "5",
  "12",
  "25",
  "100",
  "0.5",
  "3.005",
  "-2.5",
  "0.123456789012345678",
] as const;

type Choice = { readonly random: Random; readonly size: Size };

export function randomRows(random: Random, organisations: number, size: Size): CityRows {
  const choice = { random, size };
  // In some cities somebody belongs to no network.
  const networks: Networks = random.chance(8) ? ["n1", "n2", ""] : ["n1", "n2", "n3"];
  const districts = random.int(1, 4);
  const ids = Array.from({ length: organisations }, (_, place) =>
    place === 0 ? COMPLETE : `${random.pick(["A", "B", "b", "Z.", "9-"])}${place}`,
  );
  const rows = ids.map((id) => organisationRow(id, { districts, networks }, random));
  const open = rows.filter((row) => row["closed_on"] === "").map((row) => row["id"] ?? "");
  return {
    organisations: rows.map((row, place) => {
      // One that is gone too, and stands later, passes on what came to it.
      const later = rows.slice(place + 1).map((each) => each["id"] ?? "");
      const heirs = later.length > 0 && random.chance(25) ? later : open;
      return { ...row, successor: successorsOf(row, heirs, random) };
    }),
    headcounts: ids.flatMap((id) => headcountRows(id, choice)),
    facts: ids.flatMap((id) => factRows(id, choice)),
    estimates: estimateRows(["", "", ...ids.slice(0, 3)], random),
    lastYear: ids.flatMap((id) => lastYearRows(id, random)),
  };
}

type Networks = readonly [string, ...string[]];
type Places = { readonly districts: number; readonly networks: Networks };

function organisationRow(id: string, { districts, networks }: Places, random: Random): Row {
  const isAlways = id === COMPLETE || random.chance(70);
  const month = `${random.int(1, 12)}`.padStart(2, "0");
  const opened = random.pick([`${YEAR}-${month}-01`, `${YEAR}-${month}-02`, "2020-09-01"]);
  const closed = random.pick([`${YEAR}-${month}-28`, `${YEAR}-12-31`, "2025-08-31", "2025-12-31"]);
  const langs = CODES.lang.filter(() => random.chance(50));
  return {
    ...{ id, district: `d${random.int(1, districts)}`, kind: random.pick(CODES.kind) },
    network: random.pick(networks),
    opened_on: isAlways ? "1990-01-01" : opened,
    closed_on: isAlways || opened > closed || random.chance(40) ? "" : closed,
    size: random.pick(["0", "1", "2", "0.005", "7", "-3", "12.5"]),
    capacity: random.pick(["0", "10", "25", "100"]),
    founded_on: random.pick(DAYS),
    langs: langs.length === 0 ? "kk" : langs.join(";"),
  };
}

/** Who closed before the year may leave what it had to one or two others. */
function successorsOf(row: Row, open: readonly string[], random: Random): string {
  const isGone = (row["closed_on"] ?? "") !== "" && (row["closed_on"] ?? "") < `${YEAR}`;
  if (!isGone || random.chance(30)) return "";
  const heirs = [
    pickFrom(open, random) ?? "",
    ...(random.chance(50) ? [pickFrom(open, random) ?? ""] : []),
  ];
  return [...new Set(heirs)].filter((each) => each !== "").join(";");
}

function headcountRows(organisation: string, choice: Choice): readonly Row[] {
  const { random } = choice;
  const isKept = chanceOf(organisation, choice);
  const row = (
    measure: string,
    period: string,
    tier: string,
    codes: readonly [string, string],
  ) => ({
    ...{ organisation, measure, period, tier, level_or_group: codes[0], programme: codes[1] },
    ...{ child_category: "general", headcount: countText(choice) },
  });
  const counts = CODES.count.flatMap((count) =>
    CODES.grade.flatMap((grade) =>
      CODES.programme.map((programme) =>
        row("pupils", `${YEAR}-${COUNT_DAYS[count]}`, "a", [grade, programme]),
      ),
    ),
  );
  const months = CODES.month.flatMap((month) =>
    CODES.grade.map((grade) => row("attended", `${YEAR}-${month}`, "b", [grade, "p1"])),
  );
  const isReporting = organisation === COMPLETE || random.chance(35);
  return [...counts, ...(isReporting ? months : [])].filter(isKept);
}

function factRows(organisation: string, choice: Choice): readonly Row[] {
  const { random } = choice;
  const isKept = chanceOf(organisation, choice);
  const row = (fact: string, period: string, key: string, value: string) => ({
    ...{ organisation, fact, period, key, value },
  });
  const decimal = () => random.pick(DECIMALS);
  const isReporting = organisation === COMPLETE || random.chance(35);
  const months = isReporting ? CODES.month : [];
  return [
    ...months.map((month) => row("meals", `${YEAR}-${month}`, "", decimal())),
    ...CODES.count.flatMap((count) =>
      CODES.programme.map((programme) =>
        row("places", `${YEAR}-${COUNT_DAYS[count]}`, programme, countText(choice)),
      ),
    ),
    ...CODES.step.map((step) => row("staff", `${YEAR}`, step, decimal())),
    row("area", `${YEAR}`, "", decimal()),
    row("area", `${YEAR - 1}`, "", decimal()),
    row("grant", `${YEAR}`, "", amountText(random)),
    ...CODES.tier.map((tier) => row("costs", `${YEAR}`, tier, amountText(random))),
  ].filter(isKept);
}

/** Cells are absent as often as not, but for the complete organisation. */
function chanceOf(organisation: string, { random }: Choice): () => boolean {
  const percent = random.pick([0, 40, 60, 80, 80, 100]);
  return () => organisation === COMPLETE || random.chance(percent);
}

function estimateRows(organisations: readonly string[], random: Random): readonly Row[] {
  return Array.from({ length: random.pick([0, 0, 1, 4]) }, (_, place) => ({
    ...{ line_id: `E${place}`, fiscal_year: random.pick([`${YEAR}`, `${YEAR}`, `${YEAR - 1}`]) },
    ...{ organisation: pickFrom(organisations, random) ?? "", tier: random.pick(CODES.tier) },
    ...{ budget_code: random.pick(BUDGET_CODES), name_ru: "-", status: "assumed", note: "" },
    amount: `${random.int(0, 9_000)}.${random.digits(2)}`,
  }));
}

function lastYearRows(organisation: string, random: Random): readonly Row[] {
  return CODES.tier
    .filter(() => random.chance(65))
    .map((tier) => ({
      ...{ organisation, tier, budget_code: random.pick(BUDGET_CODES) },
      ...{
        method: random.pick(["formula", "formula", "estimate"]),
        child_months: `${random.int(0, 99)}`,
      },
      amount: amountText(random),
    }));
}

function amountText(random: Random): string {
  return random.pick([
    "0",
    "100",
    "1000.05",
    "999.99",
    "0.01",
    "250000",
    "1000",
    "50000",
    "12345.67",
  ]);
}

function countText({ random, size }: Choice): string {
  if (size === "huge" && random.chance(30)) return `${random.int(1, 900_000)}`;
  return `${random.pick([0, 1, 2, 5, 5, random.int(0, 40), random.int(0, 400)])}`;
}
