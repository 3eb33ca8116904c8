/** Findings one by one: which organisation, what is strange, whose it is, what was decided. */
import type { Finding } from "@zhanbasy/api/contract";
import { describeFinding } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { Pill, type PillTone } from "../../components/pill.tsx";
import { formatMoment } from "../../format/date.ts";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { useChange } from "./use-change.ts";
import { WaiverDialog } from "./waiver-dialog.tsx";

type Decision = {
  readonly kind: "owner" | "waiver-withdrawn";
  readonly finding: string;
  readonly owner?: string | null;
};

/** The rows with their decisions. */
export function FindingsTable({
  findings,
  onDecided,
}: {
  readonly findings: readonly Finding[];
  readonly onDecided: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { scenario, person } = useScenarioOnView();
  const [waiving, setWaiving] = useState<Finding>();
  const sending = useChange(
    ({ finding, ...decision }: Decision) =>
      sendJson(
        "POST /scenarios/{scenarioId}/finding-decisions",
        { path: { scenarioId: scenario.id } },
        { ...decision, findings: [finding] },
      ),
    onDecided,
  );
  const columns: readonly DataColumn<Finding>[] = [
    {
      ...{ id: "organisation", name: t("allocation.column.name"), isRowHeader: true },
      cell: (finding) => <FoundIn finding={finding} />,
    },
    {
      ...{ id: "what", name: t("scenario.findings.what") },
      cell: (finding) => <FindingText finding={finding} />,
    },
    {
      ...{ id: "owner", name: t("scenario.findings.owner") },
      cell: ({ owner }) =>
        owner?.name ?? <span className="absent">{t("scenario.findings.noOwner")}</span>,
    },
    {
      ...{ id: "decision", name: t("scenario.findings.decision") },
      cell: (finding) => <WaiverText finding={finding} />,
    },
  ];
  const actions: DataColumn<Finding> = {
    ...{ id: "actions", name: t("scenarios.column.actions"), look: "actions" },
    cell: (finding) => (
      <FindingActions
        finding={finding}
        onWaive={() => setWaiving(finding)}
        onDecide={sending.start}
      />
    ),
  };
  const mayDecide = person.role === "editor" || person.role === "approver";
  return (
    <>
      {sending.fault === undefined ? null : <FaultNotice fault={sending.fault} />}
      <div className="card-table">
        <DataTable
          label={t("scenario.section.findings")}
          columns={mayDecide ? [...columns, actions] : columns}
          rows={findings}
          rowKey={({ id }) => id}
        />
      </div>
      {waiving === undefined ? null : (
        <WaiverDialog
          findings={[waiving]}
          sort={waiving.code}
          onClose={() => setWaiving(undefined)}
          onDecided={onDecided}
        />
      )}
    </>
  );
}

function FoundIn({ finding }: { readonly finding: Finding }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  return (
    <span className="edit-thing">
      {words.language === "kk" ? finding.nameKk : finding.nameRu}
      <span className="data-note">{t("explanation.bin", { bin: finding.organisationId })}</span>
    </span>
  );
}

function FindingText({ finding }: { readonly finding: Finding }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { language } = words;
  return (
    <>
      <Pill tone={toneOf(finding)}>{t(`scenario.findings.severity.${finding.severity}`)}</Pill>{" "}
      {describeFinding(finding, createCoreTranslate(language), language)}
    </>
  );
}

/** What was accepted does not warn any more. */
function toneOf({ severity, waiver }: Finding): PillTone {
  if (waiver !== null) return "plain";
  return severity === "blocking" ? "negative" : "warning";
}

function WaiverText({ finding }: { readonly finding: Finding }): ReactElement {
  const { t } = useTranslation();
  const { waiver } = finding;
  if (waiver === null) {
    return <span className="absent">{t("scenario.findings.undecided")}</span>;
  }
  return (
    <>
      {waiver.reason}
      <span className="data-note">
        {waiver.author.name}, {formatMoment(waiver.madeAt)}
      </span>
    </>
  );
}

function FindingActions({
  finding,
  onWaive,
  onDecide,
}: {
  readonly finding: Finding;
  readonly onWaive: () => void;
  readonly onDecide: (decision: Decision) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { person, words } = useScenarioOnView();
  const { id, owner, waiver } = finding;
  const name = words.language === "kk" ? finding.nameKk : finding.nameRu;
  const isMine = owner?.id === person.id;
  return (
    <>
      {waiver === null ? (
        <Button label={t("scenario.findings.waiveOf", { name })} onPress={onWaive}>
          {t("scenario.findings.waive")}
        </Button>
      ) : (
        <Button
          kind="quiet"
          label={t("scenario.findings.withdrawOf", { name })}
          onPress={() => onDecide({ kind: "waiver-withdrawn", finding: id })}
        >
          {t("scenario.findings.withdraw")}
        </Button>
      )}
      <Button
        kind="quiet"
        label={t(isMine ? "scenario.findings.leaveOf" : "scenario.findings.takeOf", { name })}
        onPress={() => onDecide({ kind: "owner", finding: id, owner: isMine ? null : person.id })}
      >
        {t(isMine ? "scenario.findings.leave" : "scenario.findings.take")}
      </Button>
    </>
  );
}
