/** The workbook with its sheet, formula bar and panel. */
import type { ReactElement } from "react";

import { AllocationSheet } from "../allocation/allocation-sheet.tsx";
import { FormulaBar } from "../explanation/formula-bar.tsx";
import { WhyPanel } from "../explanation/why-panel.tsx";
import { Workbook, type WorkbookProps } from "../workbook/workbook.tsx";

/** A run on view. */
export function RunWorkbook({ data, place }: Pick<WorkbookProps, "data" | "place">): ReactElement {
  return (
    <Workbook
      data={data}
      place={place}
      formulaBar={<FormulaBar />}
      sheet={<AllocationSheet />}
      panel={<WhyPanel />}
    />
  );
}
