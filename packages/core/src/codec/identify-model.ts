/** The hash of what a model comes to: that of a run with the same lines. */
import {
  type AllocationLine,
  estimateLines,
  type Model,
  sortLines,
  tiynAt,
} from "../calculation/index.ts";
import { compareIds } from "../kernel/index.ts";
import { tiyn } from "../money/index.ts";
import { canonicalResult } from "./canonical-inputs.ts";
import { hashOf } from "./hash.ts";

/** Equal to the `resultHash` of a calculation of the same city from nothing. */
export function identifyModel(model: Model): string {
  return hashOf(canonicalResult(model.plan, linesOf(model)));
}

/** In the order of the lines of a run: each organisation has but a few of them to be sorted. */
function linesOf(model: Model): readonly AllocationLine[] {
  const { plan, register } = model;
  const { ids } = register.organisations;
  const lines = new Map<string, AllocationLine[]>();
  const add = (line: AllocationLine): void => {
    const own = lines.get(line.organisationId);
    if (own === undefined) lines.set(line.organisationId, [line]);
    else own.push(line);
  };
  for (const { definition, organisations, amounts } of model.lineAmounts()) {
    const { tier, budgetCode } = definition;
    organisations.forEach((row, place) => {
      const organisationId = ids[row] as string;
      const line = { organisationId, tier, budgetCode, amount: tiyn(tiynAt(amounts, place)) };
      add({ ...line, method: "formula", headcount: undefined, cases: [] });
    });
  }
  for (const line of estimateLines(plan, register)) add(line);
  const sorted = [...lines].sort(([left], [right]) => compareIds(left, right));
  return sorted.flatMap(([, own]) => (own.length === 1 ? own : sortLines(own)));
}
