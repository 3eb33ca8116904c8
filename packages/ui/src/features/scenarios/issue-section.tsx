/** Issuing a scenario: what may be issued, what stands in the way, and what was issued before. */
import { useQueryClient } from "@tanstack/react-query";
import type { Obstacle, Publication, PublicationKind, ScenarioState } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault, sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { usePublications } from "../publications/publication-queries.ts";
import { PublicationTable } from "../publications/publication-table.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { ObstacleList } from "./obstacle-list.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { refreshScenario, useGate } from "./scenario-queries.ts";
import { SectionLoading } from "./section-loading.tsx";
import { obstaclesInFault } from "./step-dialog.tsx";
import { useChange } from "./use-change.ts";
import "./form-dialog.css";

const KINDS: readonly PublicationKind[] = ["preliminary", "official"];

/** A card for each kind of issue, and the issues of this scenario. */
export function IssueSection(): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const gate = useGate(scenario.id);
  const publications = usePublications().data ?? [];
  const own = publications.filter(({ scenarioId }) => scenarioId === scenario.id);
  if (gate.data === undefined) {
    return <SectionLoading fault={findApiFault(gate.error)} onRetry={gate.refetch} />;
  }
  const { data, refetch } = gate;
  const kinds = kindsLeft(scenario.state, own);
  return (
    <section aria-label={t("scenario.section.issue")}>
      {kinds.length === 0 ? null : (
        <div className="issue-cards">
          {kinds.map((kind) => (
            <IssueCard
              key={kind}
              kind={kind}
              obstacles={data[kind]}
              onCheckAgain={() => void refetch()}
            />
          ))}
        </div>
      )}
      {own.length === 0 ? (
        <p className="section-empty">{t("scenario.issue.none")}</p>
      ) : (
        <PublicationTable publications={own} />
      )}
    </section>
  );
}

/** A preliminary issue may be followed by the official one of the same scenario. */
function kindsLeft(state: ScenarioState, own: readonly Publication[]): readonly PublicationKind[] {
  if (state === "superseded") return [];
  if (state !== "issued") return KINDS;
  return own.some(({ kind }) => kind === "official") ? [] : ["official"];
}

function IssueCard({
  kind,
  obstacles,
  onCheckAgain,
}: {
  readonly kind: PublicationKind;
  readonly obstacles: readonly Obstacle[];
  readonly onCheckAgain: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { person } = useScenarioOnView();
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<readonly Obstacle[]>([]);
  const all = refused.length > 0 ? refused : obstacles;
  const checkAgain = (): void => {
    setRefused([]);
    onCheckAgain();
  };
  return (
    <section className="issue-card" aria-label={t(`publications.kind.${kind}`)}>
      <h2 className="type-section-title">{t(`scenario.issue.${kind}.title`)}</h2>
      <p className="issue-lead">{t(`scenario.issue.${kind}.lead`)}</p>
      {all.length > 0 ? (
        <ObstacleList
          title={t(`scenario.issue.${kind}.refused`, { count: all.length })}
          obstacles={all}
          onCheckAgain={checkAgain}
        />
      ) : (
        <p className="section-good">
          <Icon name="check" /> {t("scenario.issue.ready")}
        </p>
      )}
      {all.length === 0 && person.role === "approver" ? (
        <Button kind={kind === "official" ? "primary" : "secondary"} onPress={() => setAsked(true)}>
          {t(`scenario.issue.${kind}.confirm`)}
        </Button>
      ) : null}
      {all.length === 0 && person.role !== "approver" ? (
        <p className="issue-lead">{t("scenario.issue.approverIssues")}</p>
      ) : null}
      {isAsked ? (
        <IssueDialog kind={kind} onClose={() => setAsked(false)} onRefused={setRefused} />
      ) : null}
    </section>
  );
}

function IssueDialog({
  kind,
  onClose,
  onRefused,
}: {
  readonly kind: PublicationKind;
  readonly onClose: () => void;
  readonly onRefused: (obstacles: readonly Obstacle[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario } = useScenarioOnView();
  const sending = useChange(
    () =>
      sendJson(
        "POST /scenarios/{scenarioId}/publications",
        { path: { scenarioId: scenario.id } },
        { kind },
      ),
    () => {
      void client.invalidateQueries({ queryKey: ["publications"] });
      refreshScenario(client, scenario.id);
      onClose();
    },
    (fault) => {
      const obstacles = obstaclesInFault(fault);
      if (obstacles.length === 0) return;
      onRefused(obstacles);
      onClose();
    },
  );
  return (
    <FormDialog
      title={t(`scenario.issue.${kind}.title`)}
      confirm={t(`scenario.issue.${kind}.confirm`)}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">
        {t(`scenario.issue.${kind}.ask`, { name: scenario.name, revision: scenario.revision })}
      </p>
    </FormDialog>
  );
}
