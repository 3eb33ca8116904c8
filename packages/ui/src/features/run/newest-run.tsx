/** The newest calculation of the city, or why there is none to show. */
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useEffect } from "react";

import { findApiFault, sendPlain, useRuns } from "../../api-client.ts";
import { usePerson } from "../shell/session.ts";
import { EmptyScreen, FaultScreen, LoadingScreen } from "../workbook/screens.tsx";
import { loadWorkbook, RunView } from "./run-view.tsx";

/** Asks which run is the newest, and shows it. */
export function NewestRun(): ReactElement {
  const runs = useRuns();
  useEffect(() => void loadWorkbook(), []);
  if (runs.data !== undefined) {
    const newest = runs.data.items[0];
    if (newest === undefined) return <NoCity onRetry={() => void runs.refetch()} />;
    return <RunView key={newest.id} runId={newest.id} />;
  }
  if (runs.error === null) return <LoadingScreen />;
  const fault = findApiFault(runs.error);
  if (fault === undefined) throw runs.error;
  return <FaultScreen fault={fault} onRetry={() => void runs.refetch()} />;
}

/** An administrator can take the invented city in; the others wait for it. */
function NoCity({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { role } = usePerson();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendPlain("POST", "/first-run/city", {}),
    // Somebody else may have been faster: then there is a city as well.
    onSettled: onRetry,
    networkMode: "always",
  });
  const fault = findApiFault(error);
  if (error !== null && fault === undefined) throw error;
  const loading = { start: () => mutate(), isRunning: isPending, fault };
  return <EmptyScreen onRetry={onRetry} loading={role === "administrator" ? loading : undefined} />;
}
