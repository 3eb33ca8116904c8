/** The workbook with its sheet, formula bar and panel. */
import type { ReactElement } from "react";

import { AllocationSheet } from "../allocation/allocation-sheet.tsx";
import { FormulaBar } from "../explanation/formula-bar.tsx";
import { WhyPanel } from "../explanation/why-panel.tsx";
import type { SheetAbility } from "../workbook/key-list.ts";
import { Workbook, type WorkbookProps } from "../workbook/workbook.tsx";

/** Nothing is entered into it: what it shows follows from its inputs. */
const COMPUTED_SHEET: ReadonlySet<SheetAbility> = new Set(["fold", "units"]);

/** A run on view. */
export function RunWorkbook({ data, place }: Pick<WorkbookProps, "data" | "place">): ReactElement {
  return (
    <Workbook
      data={data}
      place={place}
      formulaBar={<FormulaBar />}
      sheet={<AllocationSheet />}
      abilities={COMPUTED_SHEET}
      panel={<WhyPanel />}
    />
  );
}
