/** A few names of every kind, enough to say anything the language can say. */
import type { CodeList } from "../../packages/core/src/index.ts";
import type {
  Fact,
  Mapping,
  Parameter,
  Table,
} from "../../packages/core/src/methodology/methodology.ts";
import type { Names } from "../../packages/core/src/methodology/names.ts";
import { unitFrom } from "../../packages/core/src/methodology/names.ts";
import type { AttributeDefinition } from "../../packages/core/src/register/index.ts";

const CODES: Readonly<Record<string, readonly string[]>> = {
  month: ["01", "02", "12"],
  count: ["january", "september"],
  level: ["primary", "basic"],
  location: ["urban", "rural"],
  ownership: ["state", "private"],
  district: ["alatau", "medeu"],
  grade: ["g1", "g5"],
  language: ["kk", "ru"],
  line: ["state", "private"],
};

export const TINY_NAMES: Names = {
  calendar: [{ dimension: "month", kind: "month", members: [] }],
  codeLists: new Map(Object.entries(CODES).map(([id, codes]) => [id, codeList(id, codes)])),
  attributes: new Map(
    [
      attribute("ownership", { kind: "code", codeList: "ownership" }),
      attribute("location", { kind: "code", codeList: "location" }),
      attribute("languages", { kind: "codes", codeList: "language" }),
      attribute("district", { kind: "code", codeList: "district" }),
      attribute("home", { kind: "code", codeList: "district" }),
      attribute("network", { kind: "group" }),
      attribute("capacity", { kind: "number", unit: "pupil" }),
      attribute("commissioned_on", { kind: "date" }),
    ].map((each) => [each.id, each]),
  ),
  facts: new Map([fact("pupils", "count", ["level"]), fact("attended", "month", [])]),
  parameters: new Map([
    parameter("Ez", "KZT/pupil/year", ["level"]),
    parameter("L", "KZT/pupil/year", []),
    parameter("monthly", "KZT/pupil/month", []),
    parameter("k", "1", ["location"]),
    parameter("mrp", "KZT/MRP", []),
  ]),
  formulas: new Map([
    [
      "norm",
      {
        grain: { hasOrganisation: false, dimensions: ["level", "location"] },
        unit: unitFrom("KZT/pupil/year"),
      },
    ],
    ["is_big", { grain: { hasOrganisation: true, dimensions: [] }, unit: "boolean" }],
  ]),
  tables: new Map([
    table("steps", { operandUnit: "pupil", unit: "KZT/pupil/year" }, []),
    table("need", { operandUnit: "1", unit: "1" }, ["level"]),
  ]),
  mappings: new Map([
    mapping("level_of", "grade", "level", { g1: "primary", g5: "basic" }),
    mapping("grade_of", "level", "grade", { primary: "g1", basic: "g5" }),
  ]),
  stageSignatures: new Map([
    ["cuts", { kind: "pool" as const, by: ["network", "ownership"], rates: [], lines: ["state"] }],
  ]),
  currency: "KZT",
};

export function labelOf(text: string) {
  return { ru: text, kk: text, en: text };
}

function codeList(id: string, codes: readonly string[]): CodeList {
  const entries = codes.map((code) => {
    return [code, { code, label: labelOf(code), words: [], properties: {} }] as const;
  });
  return { id, label: labelOf(id), codes: new Map(entries) };
}

function attribute(id: string, type: AttributeDefinition["type"]): AttributeDefinition {
  const where = { column: id, derivation: undefined, isOptional: false };
  return { id, label: labelOf(id), type, ...where };
}

function fact(id: string, period: string, dimensions: readonly string[]): readonly [string, Fact] {
  const placed = dimensions.map((dimension) => {
    return { dimension, column: "level_or_group" as const };
  });
  const reportedBy = { kind: "truth", value: true, span: { start: 0, end: 4 } } as const;
  const source = "headcounts" as const;
  const counted = { unit: "pupil", measure: "enrolled", period, dimensions: placed, where: {} };
  const origin = { source, yearOffset: 0, cause: undefined, reportedBy, inherited: undefined };
  return [id, { id, label: labelOf(id), ...counted, ...origin, place: {} }];
}

function parameter(
  id: string,
  unit: string,
  dimensions: readonly string[],
): readonly [string, Parameter] {
  const common = { label: labelOf(id), dimensions, values: [], place: {} };
  const unsaid = { minimum: undefined, cause: undefined };
  return [id, { id, unit: unitFrom(unit), ...unsaid, ...common }];
}

function table(
  id: string,
  { operandUnit, unit }: { readonly operandUnit: string; readonly unit: string },
  dimensions: readonly string[],
): readonly [string, Table] {
  const units = { operandUnit: unitFrom(operandUnit), unit: unitFrom(unit) };
  return [
    id,
    { id, label: labelOf(id), ...units, cause: undefined, dimensions, values: [], place: {} },
  ];
}

function mapping(
  id: string,
  from: string,
  to: string,
  codes: Readonly<Record<string, string>>,
): readonly [string, Mapping] {
  const each = new Map(Object.entries(codes));
  return [id, { id, label: labelOf(id), from, to, codes: each, place: {} }];
}
