/** Which calculation is on view, in the head of the page. */
import type { RunDetail } from "@zhanbasy/api/contract";
import { formatDate } from "@zhanbasy/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { StatusShape } from "../../components/status-mark.tsx";
import { formatLongDate, formatMoment } from "../../format/date.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** Which calculation is on view, and that it is invented or preliminary where it is. */
export function RunPath({
  run,
  place,
}: {
  readonly run: RunDetail;
  readonly place: string;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const name = run.isDemonstration
    ? t("frame.demonstrationRun")
    : t("frame.run", { moment: formatMoment(run.createdAt) });
  return (
    <>
      <p className="app-path">
        <span className="app-separator" aria-hidden="true">
          /
        </span>
        <span className="app-place">
          {place} · {run.budgetYear}
        </span>
        <span className="app-separator app-run" aria-hidden="true">
          /
        </span>
        <b className="app-run">{name}</b>
      </p>
      <div className="app-labels">
        {run.isDemonstration ? (
          <span className="app-label app-label-demonstration" title={t("frame.demonstrationHint")}>
            {t("frame.demonstrationData")}
          </span>
        ) : null}
        {run.assumed.length > 0 ? (
          <span className="app-label app-label-preliminary" title={t("frame.preliminaryHint")}>
            <StatusShape status="assumed" />
            {t("frame.preliminary")}
          </span>
        ) : null}
      </div>
      <span
        className="app-known"
        title={t("frame.knownOnHint", { date: formatLongDate(run.knownOn, language) })}
      >
        {t("frame.knownOn", { date: formatDate(run.knownOn) })}
      </span>
    </>
  );
}
