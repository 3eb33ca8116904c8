/** A calculation as a workbook, once everything it needs is there. */
import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useEffect } from "react";

import { findApiFault, useMethodology, useRun, useRunColumns } from "../../api-client.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FaultScreen, LoadingScreen } from "../workbook/screens.tsx";

const RunWorkbook = lazy(async () => ({ default: (await loadWorkbook()).RunWorkbook }));

/** Sheets are large: they come while the figures are asked for. */
export function loadWorkbook(): Promise<typeof import("./run-workbook.tsx")> {
  return import("./run-workbook.tsx");
}

/** Skeletons until the run, its columns and its words are there. */
export function RunView({ runId }: { readonly runId: string }): ReactElement {
  const { language } = useLanguage();
  const client = useQueryClient();
  const run = useRun(runId);
  const columns = useRunColumns(runId);
  useEffect(() => void loadWorkbook(), []);
  const methodology = useMethodology(run.data?.methodologyHash);
  if (run.data !== undefined && columns.data !== undefined && methodology.data !== undefined) {
    const { names, label } = methodology.data;
    return (
      <Suspense fallback={<LoadingScreen />}>
        <RunWorkbook
          data={{ run: run.data, columns: columns.data, names }}
          place={placeIn(label[language])}
        />
      </Suspense>
    );
  }
  const error = [run, columns, methodology].find((query) => query.isError)?.error;
  if (error === undefined || error === null) return <LoadingScreen />;
  const fault = findApiFault(error);
  if (fault === undefined) throw error;
  return <FaultScreen fault={fault} onRetry={() => void client.refetchQueries()} />;
}

/** The city a methodology is named after: what stands before the comma of its name. */
function placeIn(label: string): string {
  return label.split(",")[0] ?? label;
}
