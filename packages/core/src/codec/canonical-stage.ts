/** What a stage does, in canonical form: all that decides a figure, without labels and places. */
import {
  type Expression,
  type LineStage,
  printExpression,
  type SolvedRate,
  type Stage,
} from "../methodology/index.ts";
import { Dec, formatUnit } from "../money/index.ts";
import type { Canonical } from "./canonical.ts";

/** One wording of a stage; `ground` is how the law it rests on is written elsewhere. */
export function canonicalStage(stage: Stage, ground: readonly string[]) {
  const { kind, order, validity, knownFrom } = stage;
  return {
    id: `${stage.id}|${validity.from}|${knownFrom}`,
    ...{ kind, order, ground },
    validTo: validity.to,
    switch: text(stage.switch),
    ...ownOf(stage),
  };
}

type Members = { readonly [key: string]: Canonical | undefined };

function ownOf(stage: Stage): Members {
  switch (stage.kind) {
    case "limit": {
      const { lines, by, countsEstimates } = stage;
      return { lines, by, countsEstimates, envelope: text(stage.envelope) };
    }
    case "solve": {
      const { places, approach } = stage;
      return {
        ...{ places, approach },
        least: figure(stage.least),
        greatest: figure(stage.greatest),
        rates: stage.rates.map(canonicalRate),
        total: text(stage.total),
        target: text(stage.target),
        tolerance: text(stage.tolerance),
      };
    }
    case "floor":
    case "cap":
    case "floor-and-cap":
    case "pool":
    case "fill":
    case "fit": {
      const { lines, rounding, places } = stage;
      return { lines, rounding, places, when: text(stage.when), ...changeOf(stage) };
    }
  }
}

function changeOf(stage: LineStage): Members {
  switch (stage.kind) {
    case "floor":
    case "cap":
      return { per: stage.per, bound: text(stage.bound) };
    case "floor-and-cap": {
      const { per, by, shortfall } = stage;
      return { per, by, shortfall, floor: text(stage.floor), cap: text(stage.cap) };
    }
    case "pool": {
      const { by, into, sharePlaces, leftOver } = stage;
      return {
        ...{ by, into, sharePlaces, leftOver },
        collect: text(stage.collect),
        amount: text(stage.amount),
        weight: text(stage.weight),
      };
    }
    case "fill": {
      const { by, leftOver } = stage;
      const categories = stage.categories.map(({ line, floor, ceiling }) => {
        return { line, floor: text(floor), ceiling: text(ceiling) };
      });
      return { by, leftOver, change: text(stage.change), categories };
    }
    case "fit": {
      const { by, direction, leftOver, countsEstimates } = stage;
      return {
        ...{ by, direction, leftOver, countsEstimates },
        envelope: text(stage.envelope),
        floor: text(stage.floor),
        ceiling: text(stage.ceiling),
      };
    }
  }
}

function canonicalRate({ id, unit, factor, places, rounding }: SolvedRate): Members {
  return { id, unit: formatUnit(unit), factor: text(factor), places, rounding };
}

/** Equal figures are equal here, however their digits were written. */
function figure(digits: string): string {
  return new Dec(digits).toFixed();
}

function text(expression: Expression | undefined): string | undefined {
  return expression && printExpression(expression);
}
