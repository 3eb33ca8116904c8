/** Where in the law each piece of a text stands: its formula, line or stage. */
import type { CalculationPlan } from "../calculation/index.ts";
import type { Label } from "../classification/index.ts";
import type { Place } from "../kernel/index.ts";
import { childrenOf, type Expression, expressionsOfStage } from "../methodology/index.ts";

export type RuleOwner = {
  readonly kind: "formula" | "line" | "stage";
  readonly id: string;
  readonly label: Label;
  readonly place: Place;
};

/** A piece of a text of the law; its number tells it from every other. */
export type OwnedNode = { readonly owner: RuleOwner; readonly number: number };

/** Every piece of every text of the year. */
export function ownersOf({
  formulas,
  lines,
  stages,
}: CalculationPlan): ReadonlyMap<Expression, OwnedNode> {
  const found = new Map<Expression, OwnedNode>();
  const own = (node: Expression, owner: RuleOwner): void => {
    found.set(node, { owner, number: found.size });
    for (const child of childrenOf(node)) own(child, owner);
  };
  for (const { id, label, place, expression } of formulas.values()) {
    own(expression, { kind: "formula", id, label, place });
  }
  for (const { id, label, place, when, amount } of lines) {
    for (const expression of [when, amount]) own(expression, { kind: "line", id, label, place });
  }
  for (const stage of stages) {
    const { id, label, place } = stage;
    for (const { expression } of expressionsOfStage(stage)) {
      own(expression, { kind: "stage", id, label, place });
    }
  }
  return found;
}
