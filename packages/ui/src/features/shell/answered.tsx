/** What a screen shows while it asks, when it is answered, and when it is not. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import "./answered.css";

const WIDTHS = ["52%", "68%", "44%", "60%", "56%"];

/** What was answered before stays on view while it is asked again. */
export function Answered<Answer>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) {
    return (
      <div className="card">
        <p className="visually-hidden" role="status">
          {t("shell.loading")}
        </p>
        <AfterMoment>
          {WIDTHS.map((width) => (
            <div key={width} className="answered-row">
              <Skeleton width={width} />
            </div>
          ))}
        </AfterMoment>
      </div>
    );
  }
  const fault = findApiFault(query.error);
  if (fault === undefined) throw query.error;
  return (
    <div className="answered-fault">
      <FaultNotice fault={fault} />
      <Button kind="primary" onPress={() => void query.refetch()}>
        {t("states.retry")}
      </Button>
    </div>
  );
}
