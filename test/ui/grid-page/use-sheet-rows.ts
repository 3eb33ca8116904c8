/** The rows of a sheet of the page on view: ordered, numbered, filtered, folded. */
import { useMemo } from "react";

import { nameOrder } from "../../../packages/ui/src/format/kazakh-order.ts";
import {
  countRows,
  numberTree,
  sortTree,
  visibleRows,
} from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { filterTree, type SheetCondition } from "../../../packages/ui/src/grid/rows/filter-rows.ts";
import type { SheetRow, SheetSort, VisibleRow } from "../../../packages/ui/src/grid/sheet.ts";
import type { Language } from "../../../packages/ui/src/i18n/language.ts";
import type { PageSheet } from "./page-sheet.ts";

/** Rows, their total, and how many there are without a filter. */
export type SheetRows = {
  readonly rows: readonly VisibleRow[];
  readonly total: SheetRow;
  readonly searched: readonly SheetRow[];
  readonly fullRowCount: number;
};

/** What decides about rows; a filter opens every group that has rows left. */
export type RowsAsked = {
  readonly sort: SheetSort | null;
  readonly conditions: readonly SheetCondition[];
  readonly openGroups: ReadonlySet<string>;
  readonly language: Language;
};

/** An edit does not move rows: they are ordered and filtered when the person asks for it. */
export function useSheetRows(sheet: PageSheet, asked: RowsAsked): SheetRows {
  const { sort, conditions, openGroups, language } = asked;
  const numbered = useMemo(
    () => numberTree(sortTree(sheet.tree, sort, nameOrder(language))),
    [sheet, sort, language],
  );
  const tree = useMemo(
    () =>
      filterTree(
        numbered,
        conditions,
        { columns: sheet.columns, language },
        { group: sheet.regroup, total: (members) => sheet.retotal(numbered.total, members) },
      ),
    [sheet, numbered, conditions, language],
  );
  const isFiltered = conditions.length > 0;
  const rows = useMemo(
    () => visibleRows(tree, (id) => isFiltered || openGroups.has(id)),
    [tree, isFiltered, openGroups],
  );
  const searched = useMemo(() => visibleRows(tree, () => true).map(({ row }) => row), [tree]);
  return { rows, total: tree.total, searched, fullRowCount: useFullCount(sheet) };
}

function useFullCount(sheet: PageSheet): number {
  return useMemo(() => countRows(sheet.tree), [sheet]);
}
