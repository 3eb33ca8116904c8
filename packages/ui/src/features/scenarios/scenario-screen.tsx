/** One scenario: its state, its money, its edits and all that leads to an issue. */
import { useQueryClient } from "@tanstack/react-query";
import type { MethodologyNames, ScenarioDetail } from "@zhanbasy/api/contract";
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault, useMethodology } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePerson } from "../shell/session.ts";
import { findReadOnlyReason } from "./next-step.ts";
import { unitsOfValues } from "./override-words.ts";
import { QueueNotices } from "./queue-notices.tsx";
import { ScenarioContext, type ScenarioOnView } from "./scenario-context.ts";
import { ScenarioHead } from "./scenario-head.tsx";
import { useScenario, useScenarioValues } from "./scenario-queries.ts";
import { ScenarioSections, useSection } from "./scenario-sections.tsx";
import { ScenarioStrip } from "./scenario-strip.tsx";
import { useEditQueue } from "./use-edit-queue.ts";
import { useScenarioEvents } from "./use-scenario-events.ts";
import "./scenario-list.css";
import "./scenario-screen.css";
import "./sections.css";
import "./edits.css";

/** The screen of a scenario by its id. */
export function ScenarioScreen({ scenarioId }: { readonly scenarioId: string }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const scenario = useScenario(scenarioId);
  const methodology = useMethodology(scenario.data?.methodologyHash);
  if (scenario.data !== undefined && methodology.data !== undefined) {
    return (
      <LoadedScenario key={scenarioId} scenario={scenario.data} names={methodology.data.names} />
    );
  }
  const fault = findApiFault(scenario.error ?? methodology.error);
  return (
    <>
      <title>{t("scenarios.title")}</title>
      <h1 className="visually-hidden">{t("scenario.heading")}</h1>
      {fault === undefined ? (
        <ScenarioSkeleton />
      ) : (
        <div className="screen-fault">
          <FaultNotice fault={fault} />
          <Button onPress={() => void client.refetchQueries({ predicate: hasFailed })}>
            {t("states.retry")}
          </Button>
          <PageLink href="/scenarios">{t("scenario.toList")}</PageLink>
        </div>
      )}
    </>
  );
}

function hasFailed({ state }: { readonly state: { readonly status: string } }): boolean {
  return state.status === "error";
}

function LoadedScenario({
  scenario,
  names,
}: {
  readonly scenario: ScenarioDetail;
  readonly names: MethodologyNames;
}): ReactElement {
  const { language } = useLanguage();
  const person = usePerson();
  const values = useScenarioValues(scenario.id);
  const units = useMemo(() => unitsOfValues(values.data ?? []), [values.data]);
  const { queue, queueView } = useEditQueue(person.id, scenario);
  const life = useScenarioEvents(scenario.id, person.id);
  const [section, openSection] = useSection();
  const onView: ScenarioOnView = {
    ...{ scenario, person, queue, queueView, openSection },
    words: { names, language, units },
    readOnly: findReadOnlyReason(scenario, person.role),
  };
  return (
    <ScenarioContext value={onView}>
      <title>{`${scenario.name} · Zhanbasy`}</title>
      <ScenarioHead life={life} />
      <ScenarioStrip />
      <QueueNotices />
      <ScenarioSections section={section} />
    </ScenarioContext>
  );
}

function ScenarioSkeleton(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className="visually-hidden" role="status">
        {t("scenario.loading")}
      </p>
      <AfterMoment>
        <div className="scenario-skeleton" aria-hidden="true">
          <Skeleton width="32%" />
          <Skeleton width="100%" />
          <Skeleton width="64%" />
        </div>
      </AfterMoment>
    </>
  );
}
