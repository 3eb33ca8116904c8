/**
 * A register folder: `organisations.csv` or else `register.xlsx`, `headcounts.csv` or `facts.csv`
 * or both, and perhaps `estimates.csv` and `last_year.csv`; each CSV may stand packed as `.csv.gz`
 * instead.
 *
 * Nothing is half-imported: either everything is read without a fault, or every fault of every file
 * comes back.
 */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  addWords,
  fail,
  findRegisterFaults,
  InvariantViolation,
  type Issue,
  issue,
  isTotal,
  ok,
  type ParsedRegister,
  parseRegister,
  type RawTable,
  type RegisterRules,
  type Result,
  readRegisterSheets,
  unlessIssues,
  type WorkbookLayout,
} from "@zhanbasy/core";
import { FILE_SIZE_LIMIT, type FileBytes, tooLarge, unreadable } from "./decode-text.ts";
import { scanCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";

/** Where to read from; a smaller limit than the usual one may be set. */
export type RegisterFolder = { readonly folder: string; readonly sizeLimit?: number };

/** What a file gave, and what is wrong with its form. */
type FileReading<Value> = {
  readonly value: Value | undefined;
  readonly issues: readonly Issue[];
};

/** The dictionary of a workbook adds words to the rules. */
type Organisations = { readonly tables: readonly RawTable[]; readonly rules: RegisterRules };

const WORKBOOK = "register.xlsx";
/** A row with so many digits on end is an organisation, even if its БИН is cut short. */
const BIN_LIKE = /\d{9}/;
/** The tables that count, by the facts that are made of them. */
const COUNTS = { headcounts: "headcounts.csv", facts: "facts.csv" } as const;
const TABLES = ["organisations.csv", ...Object.values(COUNTS), "estimates.csv", "last_year.csv"];

/** Every file that may be part of a register. */
export const REGISTER_FILES: readonly string[] = [
  WORKBOOK,
  ...TABLES.flatMap((name) => [name, `${name}.gz`]),
];

/** The register, or every fault of every file. */
export async function readRegisterFolder(
  { folder, sizeLimit = FILE_SIZE_LIMIT }: RegisterFolder,
  rules: RegisterRules,
): Promise<Result<ParsedRegister>> {
  const unreachable = await checkFolder(folder);
  if (unreachable !== undefined) return unreachable;
  const find = (name: string, instead?: string): Promise<Result<FileBytes | undefined>> =>
    findTable({ folder, sizeLimit }, name, instead);
  const missing = (expected: string): Issue =>
    issue("file-missing", { file: folder }, { expected });
  const organisations = readOrganisations(
    await find("organisations.csv", WORKBOOK),
    rules,
    missing,
  );
  const counted = { headcounts: await find(COUNTS.headcounts), facts: await find(COUNTS.facts) };
  const headcounts = readTable(counted.headcounts);
  const facts = readTable(counted.facts);
  const estimates = readTable(await find("estimates.csv"));
  const lastYear = readTable(await find("last_year.csv"));
  const tables = {
    organisations: organisations.value?.tables ?? [],
    headcounts: headcounts.value,
    facts: facts.value,
    estimates: estimates.value,
    lastYear: lastYear.value,
  };
  const allRules = organisations.value?.rules ?? rules;
  const faults = [
    ...organisations.issues,
    ...missingCounts(rules, counted).map(missing),
    ...[headcounts, facts, estimates, lastYear].flatMap(({ issues }) => issues),
  ];
  if (faults.length === 0) return parseRegister(tables, allRules);
  return unlessIssues([...faults, ...findRegisterFaults(tables, allRules)], () => {
    throw new InvariantViolation("a register that could not be read has a fault that says so");
  });
}

/** The tables that facts are made of, where not one of them is there. */
function missingCounts(
  { facts }: RegisterRules,
  found: Readonly<Record<keyof typeof COUNTS, Result<FileBytes | undefined>>>,
): readonly string[] {
  const wanted = (["headcounts", "facts"] as const).filter((table) =>
    facts.some(({ source }) => source === table),
  );
  const isAbsent = (table: keyof typeof COUNTS): boolean => {
    const file = found[table];
    return file.ok && file.value === undefined;
  };
  if (wanted.length === 0 || !wanted.every(isAbsent)) return [];
  return [wanted.map((table) => COUNTS[table]).join(" | ")];
}

/** Why the folder cannot be read at all; nothing when it can. */
async function checkFolder(folder: string): Promise<Result<never> | undefined> {
  try {
    if ((await stat(folder)).isDirectory()) return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (!isAbsence(reason)) return unreadable(folder, reason);
  }
  return fail(issue("folder-missing", {}, { value: folder }));
}

type FolderLimit = Required<RegisterFolder>;

/**
 * The table, packed or not, or what stands instead of it. One that is there in both forms is
 * refused: they may differ, and nobody would see which of them was read.
 */
async function findTable(
  place: FolderLimit,
  name: string,
  instead: string | undefined,
): Promise<Result<FileBytes | undefined>> {
  const packed = `${name}.gz`;
  const sizes = { plain: await sizeOf(place, name), packed: await sizeOf(place, packed) };
  if (!sizes.plain.ok) return sizes.plain;
  if (!sizes.packed.ok) return sizes.packed;
  if (sizes.plain.value !== undefined && sizes.packed.value !== undefined) {
    return fail(issue("file-twice", { file: name }, { other: packed }));
  }
  if (sizes.plain.value !== undefined) return readWhole(place, name, sizes.plain.value);
  if (sizes.packed.value !== undefined) return readWhole(place, packed, sizes.packed.value);
  if (instead === undefined) return ok(undefined);
  const size = await sizeOf(place, instead);
  if (!size.ok || size.value === undefined) return size.ok ? ok(undefined) : size;
  return readWhole(place, instead, size.value);
}

/** How many bytes the file has; nothing when it is not there. */
async function sizeOf({ folder }: FolderLimit, file: string): Promise<Result<number | undefined>> {
  try {
    return ok((await stat(join(folder, file))).size);
  } catch (error) {
    const reason = reasonOf(error);
    return isAbsence(reason) ? ok(undefined) : unreadable(file, reason);
  }
}

async function readWhole(
  { folder, sizeLimit }: FolderLimit,
  file: string,
  size: number,
): Promise<Result<FileBytes>> {
  if (size > sizeLimit) return tooLarge(file, sizeLimit);
  try {
    return ok({ file, bytes: await readFile(join(folder, file)), sizeLimit });
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

function isAbsence(reason: string): boolean {
  return reason === "ENOENT" || reason === "ENOTDIR";
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}

/** The table of a file; `absence` is what is wrong when the file is not there. */
function readTable(
  found: Result<FileBytes | undefined>,
  absence: readonly Issue[] = [],
  isNoRow?: (cells: readonly string[]) => boolean,
): FileReading<RawTable> {
  if (!found.ok) return { value: undefined, issues: found.issues };
  if (found.value === undefined) return { value: undefined, issues: absence };
  const scan = scanCsv(found.value, isNoRow);
  if (!scan.ok) return { value: undefined, issues: scan.issues };
  return { value: scan.value.table, issues: scan.value.issues };
}

function readOrganisations(
  found: Result<FileBytes | undefined>,
  rules: RegisterRules,
  missing: (expected: string) => Issue,
): FileReading<Organisations> {
  if (found.ok && found.value?.file === WORKBOOK) {
    if (rules.workbook !== undefined) return readSheets(found.value, rules, rules.workbook);
    return { value: undefined, issues: [missing("organisations.csv")] };
  }
  const words = rules.workbook?.ignoredFirstCells ?? [];
  const isNoRow = (cells: readonly string[]): boolean =>
    !cells.some((cell) => BIN_LIKE.test(cell)) && isTotal(cells, words);
  const absence = [missing(`organisations.csv | ${WORKBOOK}`)];
  const { value, issues } = readTable(found, absence, isNoRow);
  return { value: value === undefined ? undefined : { tables: [value], rules }, issues };
}

function readSheets(
  workbook: FileBytes,
  rules: RegisterRules,
  layout: WorkbookLayout,
): FileReading<Organisations> {
  const sheets = readWorkbook(workbook);
  if (!sheets.ok) return { value: undefined, issues: sheets.issues };
  const register = readRegisterSheets(workbook.file, sheets.value, layout);
  if (!register.ok) return { value: undefined, issues: register.issues };
  const { tables, dictionary } = register.value;
  const codeLists = addWords(rules.codeLists, dictionary);
  return { value: { tables, rules: { ...rules, codeLists } }, issues: [] };
}
