/** All scenarios of the department as a tree, and the ways to make another one. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { CheckField } from "../../components/check-field.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { usePerson } from "../shell/session.ts";
import { NewScenarioDialog } from "./new-scenario-dialog.tsx";
import { useScenarios } from "./scenario-queries.ts";
import { ScenarioTable } from "./scenario-table.tsx";
import { arrangeScenarios } from "./scenario-tree.ts";
import "./scenario-list.css";

const SKELETON_WIDTHS = ["44%", "52%", "38%", "48%"];

/** The list with its head. */
export function ScenarioListScreen(): ReactElement {
  const { t } = useTranslation();
  const { role } = usePerson();
  const scenarios = useScenarios();
  const [withArchived, setWithArchived] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const all = scenarios.data ?? [];
  const hidden = all.filter(({ isArchived }) => isArchived).length;
  return (
    <>
      <title>{t("scenarios.title")}</title>
      <header className="screen-head">
        <h1 className="type-screen-title">{t("scenarios.heading")}</h1>
        <div className="screen-actions">
          {hidden > 0 ? (
            <CheckField
              label={t("scenarios.archived", { count: hidden })}
              isChecked={withArchived}
              onChange={setWithArchived}
            />
          ) : null}
          {role === "editor" ? (
            <Button kind="primary" onPress={() => setMaking(true)}>
              {t("scenarios.create")}
            </Button>
          ) : null}
        </div>
      </header>
      <ScenarioListBody query={scenarios} withArchived={withArchived} />
      <NewScenarioDialog isOpen={isMaking} onClose={() => setMaking(false)} scenarios={all} />
    </>
  );
}

function ScenarioListBody({
  query,
  withArchived,
}: {
  readonly query: ReturnType<typeof useScenarios>;
  readonly withArchived: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { role } = usePerson();
  const client = useQueryClient();
  if (query.data === undefined) {
    const fault = findApiFault(query.error);
    if (fault === undefined) return <ListSkeleton />;
    return (
      <div className="screen-fault">
        <FaultNotice fault={fault} />
        <Button onPress={() => void client.refetchQueries({ queryKey: ["scenarios"] })}>
          {t("states.retry")}
        </Button>
      </div>
    );
  }
  const shown = query.data.filter(({ isArchived }) => withArchived || !isArchived);
  if (shown.length === 0) {
    return (
      <section className="empty-card">
        <h2 className="type-section-title">{t("scenarios.emptyTitle")}</h2>
        <p>{t(role === "editor" ? "scenarios.emptyText" : "scenarios.emptyForOthers")}</p>
      </section>
    );
  }
  return <ScenarioTable rows={arrangeScenarios(shown)} />;
}

function ListSkeleton(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className="visually-hidden" role="status">
        {t("scenarios.loading")}
      </p>
      <AfterMoment>
        <div className="card-table skeleton-list" aria-hidden="true">
          {SKELETON_WIDTHS.map((width) => (
            <p key={width}>
              <Skeleton width={width} />
            </p>
          ))}
        </div>
      </AfterMoment>
    </>
  );
}
