/** The demonstration city's parameters.csv and the law as data hold the same values, each once. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesUnder, ROOT } from "../../../scripts/source-files.ts";

type ValueDocument = {
  readonly key?: Readonly<Record<string, string>>;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly knownFrom: string;
  readonly status: string;
  readonly source?: string;
};
type ValuesOf = { readonly parameter: string; readonly values?: readonly ValueDocument[] };
type Declaration = ValuesOf & { readonly unit: string };
type LawDocument = {
  readonly parameters?: readonly Declaration[];
  readonly parameterValues?: readonly ValuesOf[];
};

const DAY = 86_400_000;
const CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;
const COLUMNS =
  "parameter_id,unit,key,value,valid_from,valid_to,known_from,status,source_note".split(",");

it("every row of parameters.csv is in the data once, and nothing else is", () => {
  const [header, ...rows] = readRows("packages/api/demo/almaty/parameters.csv");
  expect(header).toEqual(COLUMNS);
  expect(rows).toHaveLength(223);
  expect(rowsOfData().sort()).toEqual(rows.map(rowText).sort());
});

function readRows(path: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${ROOT}${path}`, "utf8").trimEnd().split("\n");
  return lines.map((line) =>
    [...line.matchAll(CELL)].map(
      ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  );
}

function rowText([parameter = "", unit = "", key = "", ...rest]: readonly string[]): string {
  return [parameter, unit, key.split(";").sort().join(";"), ...rest].join(" | ");
}

function rowsOfData(): string[] {
  const documents = filesUnder("packages/core/data/kz")
    .filter((path) => path.endsWith(".json"))
    .map((path) => JSON.parse(readFileSync(`${ROOT}${path}`, "utf8")) as LawDocument);
  const declared = documents.flatMap(({ parameters = [] }) => parameters);
  const units = new Map(declared.map(({ parameter, unit }) => [parameter, unit]));
  const added = documents.flatMap(({ parameterValues = [] }) => parameterValues);
  return [...declared, ...added].flatMap(({ parameter, values = [] }) =>
    values.map((value) => rowText([parameter, units.get(parameter) ?? "", ...cellsOf(value)])),
  );
}

function cellsOf(document: ValueDocument): readonly string[] {
  const { key = {}, value, validFrom, validTo, knownFrom, status, source = "" } = document;
  const written = Object.entries(key).map(([dimension, code]) => `${dimension}=${code}`);
  return [written.join(";"), value, validFrom, lastDay(validTo), knownFrom, status, source];
}

/** The data name the first day after, the file the last day. */
function lastDay(validTo: string | undefined): string {
  if (validTo === undefined) return "";
  return new Date(Date.parse(validTo) - DAY).toISOString().slice(0, 10);
}
