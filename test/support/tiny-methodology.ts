/** Layers of one document each, with the parts of a manifest that a test does not care about. */
import type { MethodologyLayer } from "../../packages/core/src/index.ts";
import { labelOf } from "./tiny-names.ts";

type Json = Readonly<Record<string, unknown>>;

export function tinyLayer(sections: Json, manifest: Json = {}): MethodologyLayer {
  return {
    manifest: {
      file: "manifest.json",
      content: {
        formatVersion: 1,
        methodology: "tiny",
        label: labelOf("tiny"),
        years: [2026],
        ...manifest,
      },
    },
    documents: [{ file: "main.json", content: { formatVersion: 1, ...sections } }],
  };
}

export function tinyCodeList(codeList: string, codes: readonly string[]): Json {
  const each = codes.map((code) => ({ code, label: labelOf(code) }));
  return { codeList, label: labelOf(codeList), codes: each };
}

export function tinyParameter(parameter: string, unit: string, value = "1"): Json {
  return { parameter, label: labelOf(parameter), unit, values: [tinyValue(value)] };
}

export function tinyValue(value: string, change: Json = {}): Json {
  const known = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
  return { value, ...known, ...change };
}

export function tinyFormula(formula: string, unit: string, expression: unknown, change: Json = {}) {
  const common = { valuesOn: "year", validFrom: "2020-01-01", status: "assumed" };
  return { formula, label: labelOf(formula), grain: [], unit, ...common, expression, ...change };
}

export function tinyLine(line: string, amount: string, change: Json = {}): Json {
  const place = { tier: "secondary", budgetCode: "04.2.360.040", method: "formula" };
  const rule = { when: "true", amount, rounding: "half-up", status: "assumed" };
  return { line, label: labelOf(line), ...place, ...rule, ...change };
}

export function tinyBudgetCode(budgetCode = "04.2.360.040"): Json {
  return { budgetCode, label: labelOf(budgetCode) };
}
