/** Copies of the demonstration city, changed on the way. */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "./register-folder.ts";
import { CITY } from "./run-words.ts";
import { encodeWindows1251 } from "./windows-1251.ts";

export const CITY_FILES = [
  ...["organisations.csv", "headcounts.csv", "estimates.csv", "last_year.csv"],
] as const;

/** The city with these files only, as they are. */
export async function copyOfCity(files: readonly string[] = CITY_FILES): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of files) await copyFile(join(CITY, file), join(folder, file));
  return folder;
}

/** Columns with fractions, which a department writes with a comma. */
const FRACTIONS = new Set(["amount"]);

/**
 * The city as an old spreadsheet saves it: windows-1251, semicolons, decimal commas, columns in another order with
 * one that nobody asked for, packed. Letters that the encoding lacks become question marks.
 */
export async function messyCopyOfCity(): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of CITY_FILES) {
    const [header = [], ...rows] = parseCsv(await readFile(join(CITY, file), "utf8"));
    const order = header
      .map((_, place) => place)
      .sort((left, right) => shuffled(left) - shuffled(right));
    const messy = rows.map((row) => [
      "x",
      ...order.map((place) => {
        const cell = row[place] ?? "";
        return FRACTIONS.has(header[place] ?? "") ? cell.replace(".", ",") : cell;
      }),
    ]);
    const lines = [["примечание", ...order.map((place) => header[place] ?? "")], ...messy];
    const text = lines.map((cells) => cells.map(quoted).join(";")).join("\r\n");
    await writeFile(join(folder, `${file}.gz`), gzipSync(encodeWindows1251(`${text}\r\n`)));
  }
  return folder;
}

/** A cell to be overwritten: the row as a text editor counts it. */
export type PlantedCell = {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
};

/** The city with cells overwritten. */
export async function copyOfCityWith(cells: readonly PlantedCell[]): Promise<string> {
  const folder = await copyOfCity();
  for (const file of new Set(cells.map((cell) => cell.file))) {
    const rows = parseCsv(await readFile(join(CITY, file), "utf8")).map((row) => [...row]);
    for (const { row, column, value } of cells.filter((cell) => cell.file === file)) {
      const place = rows[0]?.indexOf(column) ?? -1;
      const cellsOfRow = rows[row - 1];
      if (place < 0 || cellsOfRow === undefined) throw new Error(`no ${column} in row ${row}`);
      cellsOfRow[place] = value;
    }
    const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
    await writeFile(join(folder, file), `${text}\n`);
  }
  return folder;
}

/** Some order that is not the file's. */
function shuffled(place: number): number {
  return (place * 7 + 3) % 11;
}

function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Records of a CSV in good order: commas, quotes where needed. */
function parseCsv(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, inQuotes, plain = ""]) => inQuotes?.replaceAll('""', '"') ?? plain,
      ),
    );
}
