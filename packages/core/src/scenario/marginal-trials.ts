/** Other counts tried in a model, one after another; the model is left as it was found. */
import type { FactChange, Model } from "../calculation/index.ts";
import { invariant, present, type Result } from "../kernel/index.ts";
import {
  addRatios,
  compareRatios,
  findFiniteDigits,
  type Ratio,
  ratioOf,
  ZERO,
} from "../money/index.ts";
import { factIndex } from "../register/index.ts";
import { type CountedCell, type CountedRow, countsPeople, namedCell } from "./marginal-cells.ts";
import { factChangesOf } from "./override-facts.ts";

/** Where counts stand: an organisation by its place in the register, and one of its rows. */
export type TriedRow = { readonly organisation: number; readonly row: CountedRow };

/**
 * What `look` sees at each of these distances from the present counts, or the faults of a
 * calculation with them.
 */
export function tryCounts<Seen>(
  model: Model,
  tried: TriedRow,
  distances: readonly number[],
  look: () => Seen,
): ReadonlyMap<number, Result<Seen>> {
  const claimed = claimedCells(model, tried);
  const found = new Map<number, Result<Seen>>();
  for (const distance of distances) {
    const changed = model.change({ facts: changesAt(claimed, distance) });
    found.set(distance, changed.ok ? { ok: true, value: look() } : changed);
  }
  const back = model.change({ facts: changesAt(claimed, 0) });
  invariant(back.ok, "counts that were there can be there again");
  return found;
}

/** Whether there can be so many fewer: people are never fewer than none. */
export function canBe({ fact, cells }: CountedRow, distance: number): boolean {
  if (distance >= 0 || !countsPeople(fact)) return true;
  return cells.every((cell) => compareRatios(countAt(cell, distance), ZERO) >= 0);
}

/** The count of a cell at a distance from the present one. */
export function countAt({ count }: CountedCell, distance: number): Ratio {
  return addRatios(count, ratioOf(BigInt(distance)));
}

/** The cells of every fact that the rows of the register make up, by the cells of the row. */
function claimedCells(
  { plan, register }: Model,
  { organisation, row: { fact, cells } }: TriedRow,
): ReadonlyMap<CountedCell, readonly FactChange[]> {
  const organisationId = present(register.organisations.ids[organisation], "an organisation");
  const index = factIndex(fact);
  return new Map(
    cells.map((cell) => {
      const key = index.map((dimension, place) => [dimension, cell.codes[place] ?? ""] as const);
      return [cell, factChangesOf(plan, namedCell(organisationId, fact.id, new Map(key)))];
    }),
  );
}

function changesAt(
  claimed: ReadonlyMap<CountedCell, readonly FactChange[]>,
  distance: number,
): readonly FactChange[] {
  return [...claimed].flatMap(([cell, changes]) => {
    const digits = present(findFiniteDigits(countAt(cell, distance)), "a count is a decimal");
    // What nobody reported is not there again, in place of a zero.
    const value = distance === 0 && !cell.isThere ? undefined : digits;
    return changes.map((change) => ({ ...change, value }));
  });
}
