/** Whether all that was typed has reached the server. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatTime } from "../../format/date.ts";
import type { QueueView } from "./edit-queue.ts";
import { useScenarioOnView } from "./scenario-context.ts";

/** «Сохраняется…», «Сохранено в 14:32», «Не сохранено, 4 правки»; empty before the first edit. */
export function SavedState(): ReactElement {
  const { t } = useTranslation();
  const { queueView } = useScenarioOnView();
  const unsaved = countUnsaved(queueView);
  const text = (): string => {
    if (unsaved > 0) {
      return isMoving(queueView)
        ? t("scenario.saved.saving")
        : t("scenario.saved.unsaved", { count: unsaved });
    }
    const { savedAt } = queueView;
    return savedAt === undefined ? "" : t("scenario.saved.saved", { time: formatTime(savedAt) });
  };
  return (
    <span className="saved-state" role="status" data-unsaved={unsaved > 0 && !isMoving(queueView)}>
      {text()}
    </span>
  );
}

/** Edits that the server has not acknowledged. */
export function countUnsaved({ batches }: Pick<QueueView, "batches">): number {
  return batches
    .filter(({ state }) => state !== "kept")
    .reduce((count, { edits }) => count + edits.length, 0);
}

function isMoving({ batches, link }: QueueView): boolean {
  return link === "open" && batches.some(({ state }) => state === "sending");
}
