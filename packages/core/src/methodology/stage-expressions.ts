/** The expressions of a stage, each with where it stands in the stage's document. */
import type { Expression } from "./expression.ts";
import { LINE_DIMENSION, type Stage, type StageBy } from "./stage.ts";

export type StageExpression = {
  readonly expression: Expression;
  /** From the stage's place. */
  readonly steps: readonly (string | number)[];
  /** Whether a line of the stage is in scope, so that `line_amount[line]` is one of them. */
  readonly hasLine: boolean;
};

/** Every expression there is, in the order of the document's fields. */
export function expressionsOfStage(stage: Stage): readonly StageExpression[] {
  return [
    ...one("switch", stage.switch),
    ...("when" in stage ? one("when", stage.when) : []),
    ...ownExpressions(stage),
  ];
}

function ownExpressions(stage: Stage): readonly StageExpression[] {
  switch (stage.kind) {
    case "floor":
    case "cap":
      return one("bound", stage.bound, stage.per === "line");
    case "floor-and-cap":
      return [
        ...one("floor", stage.floor, stage.per === "line"),
        ...one("cap", stage.cap, stage.per === "line"),
      ];
    case "pool":
      return [
        ...one("collect", stage.collect),
        ...one("amount", stage.amount, isByLine(stage.by)),
        ...one("weight", stage.weight),
      ];
    case "fill":
      return [
        ...one("change", stage.change, isByLine(stage.by)),
        ...stage.categories.flatMap(({ floor, ceiling }, position) =>
          [...one("floor", floor), ...one("ceiling", ceiling)].map(({ steps, ...rest }) => ({
            ...rest,
            steps: ["categories", position, ...steps],
          })),
        ),
      ];
    case "fit":
      return [
        ...one("envelope", stage.envelope, isByLine(stage.by)),
        ...one("floor", stage.floor, true),
        ...one("ceiling", stage.ceiling, true),
      ];
    case "limit":
      return one("envelope", stage.envelope, isByLine(stage.by));
    case "solve":
      return [
        ...stage.rates.flatMap(({ factor }, position) =>
          one("factor", factor).map((each) => ({ ...each, steps: ["rates", position, "factor"] })),
        ),
        ...one("total", stage.total),
        ...one("target", stage.target),
        ...one("tolerance", stage.tolerance),
      ];
  }
}

function isByLine(by: StageBy): boolean {
  return by.includes(LINE_DIMENSION);
}

function one(
  field: string,
  expression: Expression | undefined,
  hasLine = false,
): readonly StageExpression[] {
  return expression === undefined ? [] : [{ expression, steps: [field], hasLine }];
}
