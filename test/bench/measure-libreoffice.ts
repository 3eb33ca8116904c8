/**
 * LibreOffice with the same model in a workbook, where it is installed: a conversion that must
 * calculate every formula, less the conversion of the same cells without formulas.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type WorkbookSheets, workbookBytes } from "../support/workbook.ts";
import type { Cell, SheetModel } from "./peers/sheet-model.ts";
import { median, timeOf } from "./statistics.ts";

export type OfficeRun = {
  /** What the formulas cost, the middle of the rounds. */
  readonly milliseconds: number;
  /** In tenge: line by line, district by district. */
  readonly sums: readonly number[];
};

const PROGRAMS = ["soffice", "libreoffice"];
/** Comma, quotes, UTF-8, from the first row; numbers as they are, not as they are shown. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** What it took; undefined where there is no LibreOffice, or where it does not convert. */
export function measureLibreoffice(model: SheetModel, rounds: number): OfficeRun | undefined {
  const program = findProgram();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "zhanbasy-bench-office-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
    writeWorkbook(join(folder, "formulas.xlsx"), model, (formula) => ({ formula }));
    writeWorkbook(join(folder, "values.xlsx"), model, () => 0);
    const convert = (name: string) => timeOf(() => convertToCsv(program, folder, name));
    convert("values");
    if (!existsSync(join(folder, "values.csv"))) return undefined;
    const costs = Array.from({ length: rounds }, () => convert("formulas") - convert("values"));
    const rows = readFileSync(join(folder, "formulas.csv"), "utf8").trim().split("\n");
    const sums = rows.flatMap((row) => row.split(",").map(Number));
    return { milliseconds: median(costs), sums };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findProgram(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** The sheet of the sums stands first: it alone becomes the CSV. */
function writeWorkbook(
  path: string,
  { sheets }: SheetModel,
  formulaCell: (formula: string) => { readonly formula: string } | number,
): void {
  const cellOf = (cell: Cell) => (typeof cell === "string" ? formulaCell(cell.slice(1)) : cell);
  const { totals = [], ...others } = sheets;
  const entries = Object.entries({ totals, ...others }).map(
    ([name, rows]) => [name, rows.map((row) => row.map(cellOf))] as const,
  );
  const workbook: WorkbookSheets = Object.fromEntries(entries);
  writeFileSync(path, workbookBytes(workbook));
}

function convertToCsv(program: string, folder: string, name: string): void {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const words = ["--headless", "--norestore", "--convert-to", CSV, "--outdir", folder];
  spawnSync(program, [`-env:UserInstallation=${profile}`, ...words, join(folder, `${name}.xlsx`)], {
    stdio: "ignore",
  });
}
