/** The demonstration city with a few of its organisations only: its figures, without its size. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FolderFile, registerFolder } from "./register-folder.ts";
import { CITY } from "./run-words.ts";

/** The files of the city that hold organisations, and the column of the БИН. */
const FILES = [
  ["organisations.csv", 0],
  ["headcounts.csv", 0],
  ["estimates.csv", 2],
  ["last_year.csv", 0],
] as const;

/** Rows of these organisations, and the citywide ones. */
export function cityExcerpt(bins: ReadonlySet<string>): Promise<string> {
  const files = FILES.map(([name, column]): readonly [string, FolderFile] => {
    const [header = "", ...rows] = readFileSync(join(CITY, name), "utf8").trimEnd().split("\n");
    const kept = rows.filter((row) => {
      const bin = row.split(",")[column] ?? "";
      return bin === "" || bins.has(bin);
    });
    return [name, [header, ...kept]];
  });
  return registerFolder(Object.fromEntries(files));
}
