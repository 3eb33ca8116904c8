/** Renders a part of the workbook around the small run, with whatever a test is about. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement } from "react";

import {
  type Workbook,
  WorkbookContext,
} from "../../../packages/ui/src/features/workbook/workbook-context.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS, NAMES, RUN } from "./small-run.ts";

/** Puts the part into a workbook; what is given replaces the small run's own. */
export async function renderWithRun(
  part: ReactElement,
  given: Partial<Workbook> = {},
  client: QueryClient = new QueryClient(),
): Promise<RenderResult> {
  const nothing = () => undefined;
  const workbook: Workbook = {
    ...{ run: RUN, columns: COLUMNS, names: NAMES, language: "ru", group: "district" },
    activeFigure: { rowKind: "city", id: "", columnId: "total" },
    ...{
      setActiveFigure: nothing,
      setGroup: nothing,
      setUnit: nothing,
      setTierFilter: nothing,
      setShownMembers: nothing,
    },
    ...{
      unit: "thousand",
      tierFilter: null,
      shownMembers: null,
      isPanelOpen: true,
      setPanelOpen: nothing,
    },
    ...given,
  };
  await texts.changeLanguage(workbook.language);
  return render(
    <QueryClientProvider client={client}>
      <WorkbookContext value={workbook}>{part}</WorkbookContext>
    </QueryClientProvider>,
  );
}
