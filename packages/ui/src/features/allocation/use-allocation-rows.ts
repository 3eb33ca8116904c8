/** The rows of the sheet as the person sees them; each step is made once for what it depends on. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { formatCount } from "../../format/count.ts";
import { countRows, numberTree, sortTree, visibleRows } from "../../grid/rows/arrange-rows.ts";
import type { SheetSort, SheetTree, VisibleRow } from "../../grid/sheet.ts";
import type { Language } from "../../i18n/language.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import {
  type AllocationRow,
  buildTree,
  filterTree,
  type RowSource,
  type RowTexts,
} from "./build-rows.ts";
import { type CityFigures, cityFigures } from "./figures.ts";
import type { AllocationText } from "./money-words.ts";
import { type SheetView, toggled } from "./use-sheet-view.ts";

/** Rows on view, the tree they come from, and folding. */
export type AllocationRows = {
  /** What the filter leaves, with all groups open. */
  readonly tree: SheetTree<AllocationRow>;
  readonly isFiltered: boolean;
  readonly rows: readonly VisibleRow[];
  /** All of them in the order of the sheet, those of folded groups and the total too. */
  readonly searched: readonly AllocationRow[];
  /** Rows of the full sheet without its total, whatever is folded or filtered. */
  readonly fullRowCount: number;
  readonly isOpen: (groupId: string) => boolean;
  readonly fold: (groupId: string, isOpen: boolean) => void;
  readonly foldAll: (isOpen: boolean) => void;
};

type Arrangement = {
  readonly figures: CityFigures;
  readonly query: string;
  readonly sort: SheetSort | null;
  readonly view: SheetView;
  readonly change: (change: Partial<SheetView>) => void;
};

/** All sums of the run on view. */
export function useCityFigures(): CityFigures {
  const { run, columns } = useWorkbook();
  return useMemo(() => cityFigures(columns, BigInt(run.totalTiyn)), [columns, run.totalTiyn]);
}

/** A search opens every group that has a hit; folding one then lasts until the search changes. */
export function useAllocationRows(arrangement: Arrangement): AllocationRows {
  const { figures, query, sort, view, change } = arrangement;
  const { columns, names, language, group, tierFilter } = useWorkbook();
  const texts = useRowTexts(language);
  const [folded, setFolded] = useState<Folded>({ query: "", groups: [] });
  const source = useMemo(
    (): RowSource => ({ columns, names, figures, language, texts }),
    [columns, names, figures, language, texts],
  );
  const whole = useMemo(() => buildTree(source, group), [source, group]);
  const numbered = useMemo(() => numberTree(sortTree(whole, sort)), [whole, sort]);
  const tree = useMemo(
    () => filterTree(numbered, { query, tier: tierFilter }, source),
    [numbered, query, tierFilter, source],
  );
  const isSearch = query.trim() !== "";
  const foldedNow = folded.query === query ? folded.groups : [];
  const isOpen = (id: string): boolean =>
    isSearch ? !foldedNow.includes(id) : view.openGroups.includes(id);
  const openIds = tree.groups.flatMap(({ row }) => (row && isOpen(row.id) ? [row.id] : []));
  const openKey = openIds.join(" ");
  const rows = useMemo(() => {
    const open = new Set(openKey.split(" "));
    return visibleRows(tree, (id) => open.has(id));
  }, [tree, openKey]);
  const searched = useMemo(() => allRows(tree), [tree]);
  const fullRowCount = useMemo(() => countRows(whole), [whole]);
  const groupIds = whole.groups.flatMap(({ row }) => (row === null ? [] : [row.id]));
  return {
    tree,
    isFiltered: tree !== numbered,
    rows,
    searched,
    fullRowCount,
    isOpen,
    fold: (id, open) => {
      if (isOpen(id) === open) return;
      if (isSearch) setFolded({ query, groups: toggled(foldedNow, id) });
      else change({ openGroups: toggled(view.openGroups, id) });
    },
    foldAll: (open) => {
      if (isSearch) setFolded({ query, groups: open ? [] : groupIds });
      else change({ openGroups: open ? groupIds : [] });
    },
  };
}

function allRows({ groups, total }: SheetTree<AllocationRow>): readonly AllocationRow[] {
  const rows = groups.flatMap(({ row, members }) => (row === null ? members : [row, ...members]));
  return [...rows, total];
}

type Folded = { readonly query: string; readonly groups: readonly string[] };

/** The texts below `allocation`, in the language of the page. */
export function useAllocationText(): AllocationText {
  const { t } = useTranslation();
  return useMemo(() => (key, variables) => t(`allocation.${key}`, { ...variables }), [t]);
}

function useRowTexts(language: Language): RowTexts {
  const text = useAllocationText();
  return useMemo(() => {
    const written = (count: number): string => formatCount(count, language);
    return {
      citywide: text("citywide"),
      noGroup: text("noGroup"),
      count: written,
      city: (count) => text("city", { count, written: written(count) }),
      shown: (shown, all) => text("shown", { shown: written(shown), all: written(all) }),
    };
  }, [text, language]);
}
