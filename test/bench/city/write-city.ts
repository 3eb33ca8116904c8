/** A city of columns as a register folder: the same organisations, counts and estimates as CSV. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type {
  CalculationPlan,
  FactColumn,
  FactDefinition,
  HeadcountFact,
  RegisterColumns,
} from "../../../packages/core/src/index.ts";
import { formatTenge } from "../../../packages/core/src/index.ts";

const ATTRIBUTES = [
  ...["district", "organisation_type", "ownership", "location", "design_capacity", "build_kind"],
  ...["commissioned_on", "languages"],
];
const ORGANISATIONS_HEADER = [
  ...["bin", "name_ru", "name_kk", "district_code", ...ATTRIBUTES.slice(1)],
  ...["opened_on", "closed_on", "successor_bin"],
];
const HEADCOUNT_COLUMNS = ["tier", "level_or_group", "programme", "child_category"] as const;
const HEADCOUNTS_HEADER = ["bin", "measure", "period", ...HEADCOUNT_COLUMNS, "headcount"];
const ESTIMATES_HEADER = [
  ...[
    "line_id",
    "fiscal_year",
    "bin",
    "tier",
    "budget_code",
    "name_ru",
    "amount",
    "status",
    "note",
  ],
];

/** Writes `organisations.csv.gz`, `headcounts.csv.gz` and `estimates.csv.gz`, or the same unpacked. */
export async function writeCity(
  city: RegisterColumns,
  plan: CalculationPlan,
  { folder, isPacked }: { readonly folder: string; readonly isPacked: boolean },
): Promise<void> {
  const files = {
    "organisations.csv": organisationLines(city),
    "headcounts.csv": headcountLines(city, plan),
    "estimates.csv": estimateLines(city),
  };
  for (const [name, lines] of Object.entries(files)) {
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    const path = join(folder, isPacked ? `${name}.gz` : name);
    await writeFile(path, isPacked ? gzipSync(bytes) : bytes);
  }
}

function organisationLines({ organisations }: RegisterColumns): readonly string[] {
  const { ids, openedOn, closedOn, attributes } = organisations;
  const columns = [...ATTRIBUTES.map((name) => attributes.get(name)), openedOn, closedOn];
  const rows = ids.map((id, row) => {
    const cells = columns.map((column) => column?.texts[column.places[row] ?? -1] ?? "");
    return [id, `Организация ${row + 1}`, `Ұйым ${row + 1}`, ...cells, ""].join();
  });
  return [ORGANISATIONS_HEADER.join(), ...rows];
}

/** Rows by fact, then organisation. */
function headcountLines(
  { organisations, facts }: RegisterColumns,
  { methodology, asOf }: CalculationPlan,
): readonly string[] {
  const lines = [HEADCOUNTS_HEADER.join()];
  for (const [name, column] of facts) {
    const fact = headcountFact(methodology.facts.get(name), name);
    const periods = periodTexts(fact, methodology.calendar, asOf.budgetYear);
    const rowEndOf = rowEnds(fact, column);
    organisations.ids.forEach((id, row) => {
      const end = column.starts[row + 1] ?? 0;
      for (let cell = column.starts[row] ?? 0; cell < end; cell += 1) {
        const period = periods.get(codeAt(column, 0, cell)) ?? "";
        lines.push(`${id},${fact.measure},${period},${rowEndOf(cell)}`);
      }
    });
  }
  return lines;
}

/** What a row says behind the period. */
function rowEnds(
  { dimensions, where }: HeadcountFact,
  column: FactColumn,
): (cell: number) => string {
  const parts = HEADCOUNT_COLUMNS.map((name) => {
    const place = dimensions.findIndex((dimension) => dimension.column === name);
    return place < 0 ? () => where[name] ?? "" : (cell: number) => codeAt(column, place + 1, cell);
  });
  return (cell) => [...parts.map((part) => part(cell)), column.values[cell]].join();
}

function headcountFact(fact: FactDefinition | undefined, name: string): HeadcountFact {
  if (fact?.source === "headcounts") return fact;
  throw new RangeError(`${name} is not counted in headcounts`);
}

function periodTexts(
  { period }: HeadcountFact,
  calendar: CalculationPlan["methodology"]["calendar"],
  year: number,
): ReadonlyMap<string, string> {
  const found = calendar.find(({ dimension }) => dimension === period);
  return new Map(
    found?.members.map(({ code, date }) => [
      code,
      found.kind === "month" ? `${year}-${code}` : `${year}-${date}`,
    ]),
  );
}

function codeAt({ codes }: FactColumn, place: number, cell: number): string {
  const column = codes[place];
  return column?.texts[column.places[cell] ?? -1] ?? "";
}

function estimateLines({ estimates }: RegisterColumns): readonly string[] {
  const rows = estimates.map((each) =>
    [
      ...[each.lineId, each.budgetYear, each.organisationId, each.tier, each.budgetCode],
      ...[each.nameRu, formatTenge(each.amount), each.status, each.note],
    ].join(),
  );
  return [ESTIMATES_HEADER.join(), ...rows];
}
