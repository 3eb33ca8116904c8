/** A text column that is filled row by row; each text is kept once. */
import type { TextColumn } from "../../../packages/core/src/index.ts";

export type TextSheet = {
  readonly set: (row: number, text: string | undefined) => void;
  readonly column: () => TextColumn;
};

export function openTextSheet(rows: number): TextSheet {
  const places = new Int32Array(rows).fill(-1);
  const known = new Map<string, number>();
  return {
    set: (row, text) => {
      if (text === undefined) return;
      const place = known.get(text) ?? known.size;
      known.set(text, place);
      places[row] = place;
    },
    column: () => ({ texts: [...known.keys()], places }),
  };
}
