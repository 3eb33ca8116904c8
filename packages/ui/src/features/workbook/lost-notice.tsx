/** Says that the server is out of reach while what was received before stays on view. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatTime } from "../../format/date.ts";

/** Stands until an answer comes again; empty while all is well. */
export function LostNotice(): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const lostSince = useSyncExternalStore(
    (onChange) => client.getQueryCache().subscribe(onChange),
    () => findLostSince(client),
  );
  return (
    <div className="frame-notice">
      {lostSince === undefined ? null : (
        <Notice
          kind="warning"
          title={t("states.lostTitle", { time: formatTime(lostSince) })}
          action={
            <Button
              onPress={() =>
                void client.refetchQueries({
                  predicate: ({ state }) => isNetworkFault(state.error),
                })
              }
            >
              {t("states.retry")}
            </Button>
          }
        >
          {t("states.lostText")}
        </Notice>
      )}
    </div>
  );
}

function findLostSince(client: QueryClient): number | undefined {
  const queries = client.getQueryCache().getAll();
  return queries.find(({ state }) => isNetworkFault(state.error))?.state.errorUpdatedAt;
}

function isNetworkFault(error: unknown): boolean {
  return findApiFault(error)?.kind === "network";
}
