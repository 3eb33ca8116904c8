/** All cells that hold what is looked for, counted in slices while the person goes on typing. */
import { useEffect, useMemo, useRef, useState } from "react";

import type { Language } from "../../i18n/language.ts";
import type { SheetGridProps } from "../sheet-props.ts";
import { type FoundCells, findCells, type SearchedSheet } from "./find-cells.ts";
import { runInSlices } from "./run-in-slices.ts";
import type { SearchState } from "./search-store.ts";
import { isNarrower, type Needles, needlesOf } from "./search-text.ts";
import { searchedSheet } from "./searched-sheet.ts";

/** Where is looked, what for, and what was found; null while it is counted anew. */
export type Search = {
  readonly sheet: SearchedSheet;
  readonly needles: Needles;
  readonly found: FoundCells | null;
  /** Whether `found` is of these needles and not of those before. */
  readonly isCounted: boolean;
};

type Counted = {
  readonly cells: FoundCells;
  readonly needles: Needles;
  readonly revision: unknown;
};

/** What was found stays until the new count is there where the text only became longer. */
export function useFoundCells(
  props: SheetGridProps,
  { text, isWhole, isScoped, scope }: SearchState,
  language: Language,
): Search {
  const { columns, rows, searchedRows, total, revision } = props;
  const within = isScoped ? scope : null;
  const sheet = useMemo(
    () =>
      searchedSheet(
        { columns, rows, total, ...(searchedRows === undefined ? {} : { searchedRows }) },
        language,
        within,
      ),
    [columns, rows, searchedRows, total, language, within],
  );
  const needles = useMemo(() => needlesOf(text, isWhole, language), [text, isWhole, language]);
  const [counted, setCounted] = useState<Counted | null>(null);
  const latest = useRef(counted);
  useEffect(() => {
    const before = latest.current;
    const isUsable =
      before !== null && before.cells.sheet === sheet && before.revision === revision;
    const among = isUsable && isNarrower(needles, before.needles) ? before.cells : undefined;
    return runInSlices(findCells(sheet, needles, among), (cells) => {
      latest.current = { cells, needles, revision };
      setCounted(latest.current);
    });
  }, [sheet, needles, revision]);
  const isOfThese = counted?.needles === needles;
  const isKept = counted !== null && (isOfThese || isNarrower(needles, counted.needles));
  return {
    sheet,
    needles,
    found: isKept ? counted.cells : null,
    isCounted: isOfThese && counted.cells.sheet === sheet,
  };
}
