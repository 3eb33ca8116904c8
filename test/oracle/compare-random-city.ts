/** One random city through both calculations: the whole way of core, from documents and tables. */
import {
  type Methodology,
  type MethodologyLayer,
  parseMethodology,
  parseRegister,
  registerRulesOf,
  type SourceDocument,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "../support/build-plan-of.ts";
import { getValue } from "../support/get-value.ts";
import { almatyLayers } from "../support/methodology-documents.ts";
import { tableOfRows } from "../support/table-of-rows.ts";
import { calculateLines } from "./calculate-lines.ts";
import { compareCityEdits } from "./compare-city-edits.ts";
import type { Row } from "./csv-rows.ts";
import { differences } from "./differences.ts";
import { allocate } from "./kz-oracle.ts";
import type { RandomCity } from "./random-cities.ts";

export type Comparison = {
  readonly organisations: number;
  readonly lines: number;
  readonly edits: number;
  readonly differences: readonly string[];
};

const LAYERS = almatyLayers().map(withoutValues);

/** The lines of the city, and the totals of a model of it that is edited so many times. */
export function compareRandomCity(given: RandomCity, edits: number): Comparison {
  const { seed, year, knownOn, city } = given;
  const plan = buildPlanOf(methodologyWith(city.parameters), year, knownOn);
  const tables = {
    organisations: [tableOfRows("organisations.csv", city.organisations)],
    headcounts: tableOfRows("headcounts.csv", city.headcounts),
    facts: undefined,
    estimates:
      city.estimates.length === 0 ? undefined : tableOfRows("estimates.csv", city.estimates),
    lastYear: undefined,
  };
  const { snapshot } = getValue(parseRegister(tables, registerRulesOf(plan)));
  const expected = allocate(city, year, knownOn);
  const found = calculateLines(plan, snapshot);
  const edited = edits === 0 ? [] : compareCityEdits(given, plan, snapshot, edits);
  return {
    organisations: snapshot.organisations.length,
    ...{ lines: found.size, edits },
    differences: [...differences(expected, found), ...edited].map(
      (difference) => `seed ${seed}, ${year}, known on ${knownOn}: ${difference}`,
    ),
  };
}

/** The law of Kazakhstan and Almaty with these values and no others. */
function methodologyWith(rows: readonly Row[]): Methodology {
  const [country, city] = LAYERS;
  if (country === undefined || city === undefined) throw new Error("two layers");
  const values = { file: "random.json", content: valuesDocument(rows) };
  return getValue(parseMethodology([country, { ...city, documents: [...city.documents, values] }]));
}

function valuesDocument(rows: readonly Row[]): unknown {
  const parameterValues = rows.map((row) => ({
    parameter: row["parameter_id"],
    values: [
      {
        key: keyOf(row["key"] ?? ""),
        value: row["value"],
        validFrom: row["valid_from"],
        ...(row["valid_to"] === "" ? {} : { validTo: dayAfter(row["valid_to"] ?? "") }),
        knownFrom: row["known_from"],
        status: row["status"],
      },
    ],
  }));
  return { formatVersion: 1, parameterValues };
}

function keyOf(written: string): Row {
  const parts = written.split(";").filter((part) => part !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const [dimension = "", code = ""] = part.split("=");
      return [dimension, code] as const;
    }),
  );
}

/** The files name the last day of a validity, documents the first day after it. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function withoutValues({ manifest, documents }: MethodologyLayer): MethodologyLayer {
  return { manifest, documents: documents.map(emptied) };
}

type Declared = { readonly parameters?: readonly object[]; readonly parameterValues?: unknown };

function emptied({ file, content }: SourceDocument): SourceDocument {
  const { parameterValues, parameters, ...rest } = content as Declared;
  if (parameters === undefined && parameterValues === undefined) return { file, content };
  // Random values go below zero on purpose: rounding of negative amounts is part of what is compared.
  const declared =
    parameters?.map((parameter) => ({ ...parameter, values: [], minimum: undefined })) ?? [];
  return { file, content: { ...rest, parameters: declared } };
}
