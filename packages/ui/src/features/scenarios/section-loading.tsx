/** What stands in a section while its answer is not there: skeletons, or why there is none. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { ApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";

const WIDTHS = ["46%", "58%", "38%"];

/** Asks again on a press. */
export function SectionLoading({
  fault,
  onRetry,
}: {
  readonly fault: ApiFault | undefined;
  readonly onRetry: () => unknown;
}): ReactElement {
  const { t } = useTranslation();
  if (fault !== undefined) {
    return (
      <div className="screen-fault">
        <FaultNotice fault={fault} />
        <Button onPress={() => void onRetry()}>{t("states.retry")}</Button>
      </div>
    );
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {t("scenario.loadingSection")}
      </p>
      <AfterMoment>
        <div className="scenario-skeleton" aria-hidden="true">
          {WIDTHS.map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
      </AfterMoment>
    </>
  );
}
