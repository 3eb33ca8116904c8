import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesUnder, foldersIn, isCode, ROOT } from "../../scripts/source-files.ts";

const LINES = 300;
const COLUMNS = 100;

it.each(foldersIn("packages"))("no source file of %s is longer than 300 lines", (name) => {
  const long = filesUnder(`packages/${name}/src`)
    .filter(isCode)
    .map((path) => [path, linesOf(path).length] as const)
    .filter(([, length]) => length > LINES);
  expect(long).toEqual([]);
});

/** The formatter holds the width of code; comments it leaves as they are. */
it.each(foldersIn("packages"))("no comment of %s is wider than 100 columns", (name) => {
  const wide = filesUnder(`packages/${name}/src`)
    .filter(isCode)
    .flatMap((path) =>
      linesOf(path).flatMap((line, row) => (isWide(line) ? [`${path}:${row + 1}`] : [])),
    );
  expect(wide).toEqual([]);
});

function isWide(line: string): boolean {
  return line.length > COLUMNS && /^\s*(?:[/][*]|[*]|[/][/])/.test(line);
}

function linesOf(path: string): readonly string[] {
  return readFileSync(`${ROOT}${path}`, "utf8").trimEnd().split("\n");
}
