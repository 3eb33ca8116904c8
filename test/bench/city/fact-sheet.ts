/** A fact column of a known size that is filled cell by cell, without an object a cell. */
import type { FactColumn } from "../../../packages/core/src/index.ts";

export type FactSheet = {
  /** One more cell of the organisation at hand: the place of its code in each list. */
  readonly add: (period: number, codes: readonly number[], value: number) => void;
  /** The cells that follow are those of the next organisation. */
  readonly endOrganisation: () => void;
  readonly column: FactColumn;
};

/** A column of so many organisations and cells; the lists are the codes of its index. */
export function openFactSheet(
  lists: readonly (readonly string[])[],
  { organisations, cells }: { readonly organisations: number; readonly cells: number },
): FactSheet {
  const starts = new Int32Array(organisations + 1);
  const values = new Float64Array(cells);
  const codes = lists.map((texts) => ({ texts, places: new Int32Array(cells) }));
  let ended = 0;
  let filled = 0;
  return {
    add: (period, own, value) => {
      codes.forEach(({ places }, place) => {
        places[filled] = place === 0 ? period : (own[place - 1] ?? -1);
      });
      values[filled] = value;
      filled += 1;
    },
    endOrganisation: () => {
      ended += 1;
      starts[ended] = filled;
    },
    column: { starts, codes, values, denominator: 1 },
  };
}
