/** Renders a part of the workbook with the small run around it, its trace already answered. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import { type ReactElement, useState } from "react";

import type { TraceGraph } from "../../../packages/api/src/contract.ts";
import {
  type ActiveFigure,
  type Workbook,
  WorkbookContext,
} from "../../../packages/ui/src/features/workbook/workbook-context.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS, NAMES, RUN } from "./small-run.ts";
import { TRACE } from "./small-trace.ts";

/** The figure that the trace explains. */
export const TRACED: ActiveFigure = {
  ...{ rowKind: "organisation", id: "001" },
  columnId: "line:secondary/04.2.360.040/formula",
};

/** Puts the part into a workbook that stands on a figure; moves are followed. */
export async function renderInWorkbook(
  part: ReactElement,
  figure: ActiveFigure,
  language: Workbook["language"] = "ru",
  graph: TraceGraph = TRACE,
): Promise<RenderResult> {
  await texts.changeLanguage(language);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { organisationId, line, of } = graph;
  client.setQueryData(["trace", { runId: RUN.id, organisationId, line, of }], graph);
  return render(
    <QueryClientProvider client={client}>
      <AtFigure part={part} figure={figure} language={language} />
    </QueryClientProvider>,
  );
}

function AtFigure({
  part,
  figure,
  language,
}: {
  readonly part: ReactElement;
  readonly figure: ActiveFigure;
  readonly language: Workbook["language"];
}): ReactElement {
  const [activeFigure, setActiveFigure] = useState(figure);
  const [isPanelOpen, setPanelOpen] = useState(true);
  const nothing = () => undefined;
  const workbook: Workbook = {
    ...{ run: RUN, columns: COLUMNS, names: NAMES, language, activeFigure, setActiveFigure },
    ...{ unit: "thousand", setUnit: nothing, tierFilter: null, setTierFilter: nothing },
    ...{ shownMembers: null, setShownMembers: nothing },
    ...{ group: "district", setGroup: nothing, isPanelOpen, setPanelOpen },
  };
  return <WorkbookContext value={workbook}>{isPanelOpen ? part : <p>closed</p>}</WorkbookContext>;
}
