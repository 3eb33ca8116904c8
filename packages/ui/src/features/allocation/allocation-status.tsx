/** The sheet in the status line: the city behind a filter, and what is selected, exactly. */
import { type JSX, useSyncExternalStore } from "react";

import { formatMoney } from "../../format/money.ts";
import { SelectionStatus } from "../../grid/selection/selection-status.tsx";
import { useWorkbook } from "../workbook/workbook-context.ts";
import type { Figures } from "./figures.ts";
import type { SelectedRangeStore } from "./selected-range.ts";
import { useAllocationText } from "./use-allocation-rows.ts";

type AllocationStatusProps = {
  readonly selected: SelectedRangeStore;
  /** Whether cells are on view, of which some can be selected. */
  readonly hasCells: boolean;
  /** What the rows on view get together. */
  readonly shown: Figures;
  readonly city: Figures;
};

/** Money in tenge with tiyn, whatever unit is on view. */
export function AllocationStatus(props: AllocationStatusProps): JSX.Element {
  const { selected, hasCells, shown, city } = props;
  const { language } = useWorkbook();
  const text = useAllocationText();
  const range = useSyncExternalStore(selected.subscribe, selected.get);
  const total = city.amounts.get("total") ?? 0n;
  return (
    <>
      {shown === city ? null : (
        <span className="allocation-status">
          {text("wholeCity")} <strong>{formatMoney(total, "tenge", language)}&#x202F;₸</strong>
        </span>
      )}
      {range === null || !hasCells ? null : <SelectionStatus {...range} />}
    </>
  );
}
