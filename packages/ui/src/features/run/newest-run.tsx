/** The newest calculation of the city, or why there is none to show. */
import { type ReactElement, useEffect } from "react";

import { findApiFault, useRuns } from "../../api-client.ts";
import { EmptyScreen, FaultScreen, LoadingScreen } from "../workbook/screens.tsx";
import { loadWorkbook, RunView } from "./run-view.tsx";

/** Asks which run is the newest, and shows it. */
export function NewestRun(): ReactElement {
  const runs = useRuns();
  useEffect(() => void loadWorkbook(), []);
  if (runs.data !== undefined) {
    const newest = runs.data.items[0];
    if (newest === undefined) return <EmptyScreen onRetry={() => void runs.refetch()} />;
    return <RunView key={newest.id} runId={newest.id} />;
  }
  if (runs.error === null) return <LoadingScreen />;
  const fault = findApiFault(runs.error);
  if (fault === undefined) throw runs.error;
  return <FaultScreen fault={fault} onRetry={() => void runs.refetch()} />;
}
