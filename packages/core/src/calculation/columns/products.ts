/** Products of the parts of a term, each at the grain of its keys, and conditions around them. */
import { ONE, ZERO } from "../../money/index.ts";
import { chooseByRow } from "./bind-branches.ts";
import { everywhere } from "./bind-name.ts";
import type { Binder } from "./binder.ts";
import { keepLast } from "./counted.ts";
import type { Domain } from "./domain.ts";
import { type AnyFigure, FALSE, type NumberInput, TRUE, truthsAt } from "./figure.ts";
import { joinGrains } from "./grain.ts";
import { mapNumbers } from "./map-numbers.ts";
import { combineNumbers } from "./number-operations.ts";
import type { Part } from "./terms.ts";

/** The product of the factors at the grain of all of them. */
export function product(factors: readonly Part[], domain: Domain, binder: Binder): NumberInput {
  const grain = joinGrains(factors.map(({ node, scope }) => binder.grainOf(node, scope)));
  const { domain: own, index } = binder.project(domain, grain);
  const inputs = factors.map(({ node, scope }) => binder.number(node, scope, own));
  const [only] = inputs;
  if (only !== undefined && inputs.length === 1 && only.index === undefined) {
    return { figure: only.figure, index };
  }
  const figure = mapNumbers(inputs, own, binder, (values) =>
    values.length === 0
      ? everywhere(ONE, own)
      : values.reduce((left, right) => combineNumbers("*", left, right)),
  );
  return { figure, index };
}

/** The product where every condition holds, and zero elsewhere. */
export function gatedProduct(
  gates: readonly Part[],
  factors: readonly Part[],
  domain: Domain,
  binder: Binder,
): NumberInput {
  if (gates.length === 0) return product(factors, domain, binder);
  const grains = [...gates, ...factors].map(({ node, scope }) => binder.grainOf(node, scope));
  const { domain: own, index } = binder.project(domain, joinGrains(grains));
  const nothing = mapNumbers([], own, binder, () => everywhere(ZERO, own));
  const inside = product(factors, own, binder);
  const figure = gates.reduceRight<NumberInput>((value, { node, scope }) => {
    const condition = binder.truth(node, scope, own);
    const chosen = chooseByRow(
      [condition],
      [value, { figure: nothing, index: undefined }],
      own,
      binder,
    );
    return { figure: chosen, index: undefined };
  }, inside).figure;
  return { figure, index };
}

/** The rows in which every condition holds; nothing where there are none. */
export function openRows(
  gates: readonly Part[],
  domain: Domain,
  binder: Binder,
): OpenRows | undefined {
  if (gates.length === 0) return undefined;
  const conditions = gates.map(({ node, scope }) => binder.truth(node, scope, domain));
  const last = keepLast<Uint8Array>();
  const { size } = domain;
  // Truths that did not change are the same bytes as before.
  const find = () =>
    last(
      conditions.map(({ figure }) => figure.current().truths),
      () => {
        const open = new Uint8Array(size).fill(TRUE);
        for (const condition of conditions) {
          const truths = truthsAt(condition);
          for (let row = 0; row < open.length; row += 1) {
            if (truths[row] !== TRUE) open[row] = FALSE;
          }
        }
        return open;
      },
    );
  return { find, figures: conditions.map(({ figure }) => figure) };
}

/** Rows in which conditions hold, and the conditions. */
export type OpenRows = {
  readonly find: () => Uint8Array;
  readonly figures: readonly AnyFigure[];
};
