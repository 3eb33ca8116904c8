/** The part of a sheet that is looked through: all rows with folded ones, or a selected range. */
import type { Language } from "../../i18n/language.ts";
import { isSelected } from "../selection/selection.ts";
import type { SheetGridProps } from "../sheet-props.ts";
import type { SearchedSheet } from "./find-cells.ts";
import type { SearchScope } from "./search-store.ts";

type Searched = Pick<SheetGridProps, "columns" | "rows" | "searchedRows" | "total">;

/** The total comes last. In a range there are only cells that were on view. */
export function searchedSheet(
  { columns, rows, searchedRows, total }: Searched,
  language: Language,
  scope: SearchScope | null,
): SearchedSheet {
  const members = searchedRows ?? rows.map(({ row }) => row);
  return {
    rows: members.at(-1)?.id === total.id ? members : [...members, total],
    columns,
    language,
    isWithin:
      scope === null
        ? undefined
        : (cell) => {
            const place = scope.table.placeOf(cell);
            return place !== null && isSelected(scope.selection, place);
          },
  };
}
