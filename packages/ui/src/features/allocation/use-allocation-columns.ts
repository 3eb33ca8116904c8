/** The columns of the sheet as the person has arranged them. */
import { useMemo } from "react";

import type { SheetColumn } from "../../grid/sheet.ts";
import { useTierName } from "../workbook/tier-name.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { buildColumns } from "./build-columns.ts";
import type { Figures } from "./figures.ts";
import { type TierColumns, tierColumns } from "./tier-columns.ts";
import { useAllocationText } from "./use-allocation-rows.ts";
import type { SheetView } from "./use-sheet-view.ts";

/** All tiers of the run, and the columns on view. */
export type AllocationColumns = {
  readonly tiers: readonly TierColumns[];
  readonly columns: readonly SheetColumn[];
};

/** Built anew only when the run, the language, the unit or the arrangement changes. */
export function useAllocationColumns(view: SheetView, city: Figures): AllocationColumns {
  const { run, columns: runColumns, names, language, unit } = useWorkbook();
  const text = useAllocationText();
  const nameOf = useTierName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf changes with text
  const tiers = useMemo(() => {
    const labels = names.codeLists["tier"] ?? {};
    return tierColumns(runColumns, { labels, language, nameOf, text });
  }, [runColumns, names, language, text]);
  const { hiddenTiers, openTiers, widths } = view;
  const columns = useMemo(
    () =>
      buildColumns({
        tiers,
        hiddenTiers: new Set(hiddenTiers),
        openTiers: new Set(openTiers),
        widths,
        budgetYear: run.budgetYear,
        unit,
        language,
        city,
        text,
      }),
    [tiers, hiddenTiers, openTiers, widths, run.budgetYear, unit, language, city, text],
  );
  return { tiers, columns };
}
