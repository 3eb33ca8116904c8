/** A few names of every kind, enough to say anything the language can say. */
import type { CodeList } from "../../packages/core/src/index.ts";
import type { Fact, Parameter } from "../../packages/core/src/methodology/methodology.ts";
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
};

export const TINY_NAMES: Names = {
  calendar: [{ dimension: "month", kind: "month", members: [] }],
  codeLists: new Map(Object.entries(CODES).map(([id, codes]) => [id, codeList(id, codes)])),
  attributes: new Map(
    [
      attribute("ownership", { kind: "code", codeList: "ownership" }),
      attribute("location", { kind: "code", codeList: "location" }),
      attribute("languages", { kind: "codes", codeList: "level" }),
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
  const counted = { unit: "pupil", measure: "enrolled", period, dimensions: placed, where: {} };
  return [id, { id, label: labelOf(id), ...counted, reportedBy, place: {} }];
}

function parameter(
  id: string,
  unit: string,
  dimensions: readonly string[],
): readonly [string, Parameter] {
  const common = { label: labelOf(id), dimensions, minimum: undefined, values: [], place: {} };
  return [id, { id, unit: unitFrom(unit), ...common }];
}
