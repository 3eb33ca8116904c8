/** The columns of the sheet as the person has arranged them. */
import { useMemo } from "react";

import { type ColumnLayout, layOutColumns } from "../../grid/columns/column-layout.ts";
import type { FigureColumn } from "../../grid/sheet.ts";
import { useTierName } from "../workbook/tier-name.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { buildColumns } from "./build-columns.ts";
import type { Figures } from "./figures.ts";
import { type TierColumns, tierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";
import type { SheetView } from "./use-sheet-view.ts";

/** All tiers of the run, all columns as the sheet comes, and those on view. */
export type AllocationColumns = {
  readonly tiers: readonly TierColumns[];
  readonly all: readonly FigureColumn[];
  readonly columns: readonly FigureColumn[];
};

/** Built anew only when the run, the language, the unit or the arrangement changes. */
export function useAllocationColumns(
  openTiers: SheetView["openTiers"],
  layout: ColumnLayout,
  city: Figures,
): AllocationColumns {
  const { run, columns: runColumns, names, language, unit } = useWorkbook();
  const text = useAllocationText();
  const nameOf = useTierName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf changes with text
  const tiers = useMemo(() => {
    const labels = names.codeLists["tier"] ?? {};
    return tierColumns(runColumns, { labels, language, nameOf, text });
  }, [runColumns, names, language, text]);
  const all = useMemo(
    () =>
      buildColumns({
        tiers,
        openTiers: new Set(openTiers),
        budgetYear: run.budgetYear,
        unit,
        language,
        city,
        text,
      }),
    [tiers, openTiers, run.budgetYear, unit, language, city, text],
  );
  const columns = useMemo(() => layOutColumns(all, layout), [all, layout]);
  return { tiers, all, columns };
}
