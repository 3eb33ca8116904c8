/** What stands between an edit and the server: no way, an outdated page, a conflict, a refusal. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatTime } from "../../format/date.ts";
import { ConflictCard } from "./conflict-card.tsx";
import type { QueuedBatch } from "./queued-batch.ts";
import { findOverride } from "./read-override.ts";
import { countUnsaved } from "./saved-state.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { useOverrideTexts } from "./use-override-texts.ts";

/** One after another; nothing while all is well. */
export function QueueNotices(): ReactElement {
  const { queueView } = useScenarioOnView();
  return (
    <div className="queue-notices">
      <LinkNotice />
      {queueView.batches.map((batch) => {
        if (batch.state === "conflict") return <ConflictCard key={batch.batchId} batch={batch} />;
        if (batch.state === "refused") return <RefusedEdits key={batch.batchId} batch={batch} />;
        return null;
      })}
    </div>
  );
}

function LinkNotice(): ReactElement | null {
  const { t } = useTranslation();
  const { queue, queueView } = useScenarioOnView();
  const { link, lostSince } = queueView;
  const count = countUnsaved(queueView);
  switch (link) {
    case "open":
      return null;
    case "outdated":
      return (
        <Notice
          kind="warning"
          title={t("scenario.outdated.title")}
          action={
            <Button onPress={() => window.location.reload()}>
              {t("scenario.outdated.reload")}
            </Button>
          }
        >
          {t("scenario.outdated.text", { count })}
        </Notice>
      );
    case "offline":
    case "failing":
      return (
        <Notice
          kind="warning"
          title={t(`scenario.${link}.title`, { time: formatTime(lostSince ?? 0) })}
          action={<Button onPress={queue.retry}>{t("states.retry")}</Button>}
        >
          {t(`scenario.${link}.text`, { count })}
        </Notice>
      );
  }
}

/** Edits that the server refused, each by its name, with all its reasons. */
function RefusedEdits({ batch }: { readonly batch: QueuedBatch }): ReactElement {
  const { t } = useTranslation();
  const { queue } = useScenarioOnView();
  const { titleOf } = useOverrideTexts();
  const names = batch.edits.map(({ cell, override }) => {
    const read = override === null ? undefined : findOverride(override);
    return read === undefined ? cell : titleOf(read);
  });
  return (
    <section className="refused-edits" aria-label={t("scenario.refused.label")}>
      <p className="refused-names">{t("scenario.refused.title", { names: names.join("; ") })}</p>
      {batch.fault === undefined ? null : <FaultNotice fault={batch.fault} />}
      <Button onPress={() => queue.discard(batch.batchId)}>{t("scenario.refused.discard")}</Button>
    </section>
  );
}
