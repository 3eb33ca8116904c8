/** A table of the people who live in the districts, by the tier that their age belongs to. */
import { readFile } from "node:fs/promises";
import {
  type Issue,
  issue,
  type PopulationRow,
  type RawRow,
  type RawTable,
  type Result,
  unlessIssues,
} from "@zhanbasy/core";
import { FILE_SIZE_LIMIT } from "./decode-text.ts";
import { scanCsv } from "./read-csv.ts";

const COLUMNS = ["tier", "district", "population"] as const;
const PEOPLE = /^\d{1,15}$/;

/** Every row, or every fault with its row and column; whether the codes exist is asked later. */
export async function readPopulation(path: string): Promise<Result<readonly PopulationRow[]>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    const missing = issue("file-missing", { file: path }, { expected: path });
    return { ok: false, issues: [missing] };
  }
  const scanned = scanCsv({ file: path, bytes, sizeLimit: FILE_SIZE_LIMIT });
  if (!scanned.ok) return scanned;
  const { table } = scanned.value;
  const issues: Issue[] = [...scanned.value.issues, ...columnFaults(table)];
  if (issues.length > 0) return unlessIssues(issues, () => []);
  const rows = table.rows.flatMap((row) => readRow(row, table, issues));
  return unlessIssues(issues, () => rows);
}

function columnFaults({ file, columns }: RawTable): readonly Issue[] {
  return COLUMNS.flatMap((name) => {
    const count = columns.filter((column) => column === name).length;
    if (count === 0) return [issue("column-missing", { file }, { expected: name })];
    return count === 1 ? [] : [issue("column-duplicate", { file }, { value: name })];
  });
}

function readRow(
  { row, cells }: RawRow,
  { file, columns }: RawTable,
  issues: Issue[],
): readonly PopulationRow[] {
  const place = { file, row };
  const cell = (name: (typeof COLUMNS)[number]): string =>
    (cells[columns.indexOf(name)] ?? "").trim();
  const empty = COLUMNS.filter((name) => cell(name) === "");
  for (const column of empty) {
    const expected = column === "population" ? "count" : column;
    issues.push(issue("value-missing", { ...place, column }, { expected }));
  }
  if (empty.length > 0) return [];
  const text = cell("population").replace(/[\s\u00A0\u202F]/g, "");
  if (PEOPLE.test(text)) {
    return [{ tier: cell("tier"), district: cell("district"), people: BigInt(text), place }];
  }
  issues.push(peopleFault(cell("population"), { ...place, column: "population" }));
  return [];
}

function peopleFault(value: string, place: PopulationRow["place"]): Issue {
  if (/^-\d+$/.test(value)) return issue("number-negative", place, { value });
  if (/^\d+[.,]\d+$/.test(value)) return issue("number-fractional", place, { value });
  if (/^\d+$/.test(value)) {
    return issue("number-out-of-range", place, { value, expected: "digits-15" });
  }
  return issue("number-malformed", place, { value });
}
