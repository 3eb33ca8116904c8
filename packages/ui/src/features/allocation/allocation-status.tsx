/** The sheet in the status line: the active cell exactly, and the city behind a filter. */
import type { JSX } from "react";

import { formatMoney } from "../../format/money.ts";
import { divideRounded } from "../../format/scaled.ts";
import type { SheetColumn } from "../../grid/sheet.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import type { AllocationRow } from "./build-rows.ts";
import { type Figures, figureOf } from "./figures.ts";
import { useAllocationText } from "./use-allocation-rows.ts";

type AllocationStatusProps = {
  readonly row: AllocationRow | undefined;
  readonly columns: readonly SheetColumn[];
  /** What the rows on view get together. */
  readonly shown: Figures;
  readonly city: Figures;
};

/** Money in tenge with tiyn, whatever unit is on view. */
export function AllocationStatus(props: AllocationStatusProps): JSX.Element {
  const { row, columns, shown, city } = props;
  const { activeFigure, language } = useWorkbook();
  const text = useAllocationText();
  const column = columns.find(({ id }) => id === activeFigure.columnId);
  const exact = exactText(row, column, (tiyn) => `${formatMoney(tiyn, "tenge", language)}\u202F₸`);
  const total = city.amounts.get("total") ?? 0n;
  return (
    <>
      {shown === city ? null : (
        <span className="allocation-status">
          {text("wholeCity")} <strong>{formatMoney(total, "tenge", language)}&#x202F;₸</strong>
        </span>
      )}
      {exact === null ? null : (
        <span className="allocation-status">
          {text("cell")} <strong>{exact}</strong>
        </span>
      )}
    </>
  );
}

function exactText(
  row: AllocationRow | undefined,
  column: SheetColumn | undefined,
  writeTenge: (tiyn: bigint) => string,
): string | null {
  const value = row === undefined || column === undefined ? null : figureOf(row.figures, column.id);
  if (value === null || column === undefined) return null;
  const isMoney = column.kind === "money" || column.kind === "ratio";
  if (!isMoney) return column.format(value);
  return writeTenge(divideRounded(value.numerator, value.denominator));
}
