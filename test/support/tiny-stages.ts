/** A law of two lines, a few attributes and parameters, to which a test adds stages. */
import {
  type Methodology,
  type MethodologyLayer,
  parseMethodology,
} from "../../packages/core/src/index.ts";
import { layerFaults } from "./document-faults.ts";
import { getValue } from "./get-value.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLayer,
  tinyLine,
  tinyParameter,
} from "./tiny-methodology.ts";
import { labelOf } from "./tiny-names.ts";

type Json = Readonly<Record<string, unknown>>;

const ATTRIBUTES = [
  { attribute: "need", type: "number", unit: "KZT" },
  { attribute: "pupils", type: "number", unit: "pupil" },
  { attribute: "district", type: "code", codeList: "district" },
  { attribute: "zone", type: "group" },
].map((each) => ({ ...each, label: labelOf(each.attribute), column: each.attribute }));

/** A stage of kind, order and further fields, on the line `main`. */
export function tinyStage(stage: string, kind: string, change: Json): Json {
  return { stage, kind, label: labelOf(stage), order: 10, status: "assumed", ...change };
}

/** A solved rate of tenge a pupil; what it solves may be changed. */
export function tinySolve(stage: string, rate: string, change: Json): Json {
  return tinyStage(stage, "solve", {
    rates: [{ rate, label: labelOf(rate), unit: "KZT/pupil", places: 0 }],
    ...{ target: "envelope", least: "0", greatest: "10", places: 0 },
    ...change,
  });
}

export function stagedLayer(stages: readonly Json[], more: Json = {}): MethodologyLayer {
  return tinyLayer({
    codeLists: [tinyCodeList("district", ["north", "south"])],
    attributes: ATTRIBUTES,
    parameters: [tinyParameter("envelope", "KZT", "1000")],
    formulas: [tinyFormula("plain", "KZT", "need", { grain: ["organisation"] })],
    budgetCodes: [tinyBudgetCode()],
    lines: [tinyLine("main", "plain"), tinyLine("extra", "need")],
    stages,
    ...more,
  });
}

export function stagedFaults(stages: readonly Json[], more: Json = {}): readonly string[] {
  return layerFaults([stagedLayer(stages, more)]);
}

export function stagedMethodology(stages: readonly Json[], more: Json = {}): Methodology {
  return getValue(parseMethodology([stagedLayer(stages, more)]));
}
