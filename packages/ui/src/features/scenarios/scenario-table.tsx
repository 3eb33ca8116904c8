/** Rows of scenarios: state, money to the tiyn, edits, and who changed them last. */
import type { ScenarioSummary } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Icon } from "../../components/icon.tsx";
import { DropMenu } from "../../components/menu.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { formatMoment } from "../../format/date.ts";
import { formatMoney } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePerson } from "../shell/session.ts";
import { type ScenarioChange, ScenarioChangeDialog } from "./scenario-change-dialog.tsx";
import type { ScenarioRow } from "./scenario-tree.ts";
import { StatePill } from "./state-pill.tsx";

/** The deepest indent that is drawn; deeper ones stand under it. */
const DEEPEST = 5;

/** The table; on a phone its rows are cards. */
export function ScenarioTable({ rows }: { readonly rows: readonly ScenarioRow[] }): ReactElement {
  const { t } = useTranslation();
  const { role } = usePerson();
  const [change, setChange] = useState<ScenarioChange>();
  const columns: readonly DataColumn<ScenarioRow>[] = [
    {
      ...{ id: "name", name: t("scenarios.column.name"), isRowHeader: true },
      cell: (row) => <ScenarioName row={row} />,
    },
    {
      ...{ id: "state", name: t("scenarios.column.state") },
      cell: ({ scenario }) => <StatePill state={scenario.state} isArchived={scenario.isArchived} />,
    },
    {
      ...{ id: "total", name: t("scenarios.column.total"), look: "figure" },
      cell: ({ scenario }) => <b>{<Tenge tiyn={scenario.totalTiyn} />}</b>,
    },
    {
      ...{ id: "headroom", name: t("scenarios.column.headroom"), look: "figure" },
      cell: ({ scenario }) => <Headroom envelope={scenario.envelope} />,
    },
    {
      ...{ id: "edits", name: t("scenarios.column.edits"), look: "figure" },
      cell: ({ scenario }) => scenario.editCount,
    },
    {
      ...{ id: "changed", name: t("scenarios.column.changed") },
      cell: ({ scenario }) => (
        <span className="scenario-changed">
          {scenario.changedBy.name}
          <span className="data-note">{formatMoment(scenario.changedAt)}</span>
        </span>
      ),
    },
  ];
  const actions: DataColumn<ScenarioRow> = {
    ...{ id: "actions", name: t("scenarios.column.actions"), look: "actions" },
    cell: ({ scenario }) => <RowMenu scenario={scenario} onChange={setChange} />,
  };
  return (
    <div className="card-table scenario-rows">
      <DataTable
        label={t("scenarios.heading")}
        columns={role === "editor" ? [...columns, actions] : columns}
        rows={rows}
        rowKey={({ scenario }) => scenario.id}
      />
      {change === undefined ? null : (
        <ScenarioChangeDialog change={change} onClose={() => setChange(undefined)} />
      )}
    </div>
  );
}

function ScenarioName({ row }: { readonly row: ScenarioRow }): ReactElement {
  const { t } = useTranslation();
  const { scenario, depth } = row;
  const { parent } = scenario;
  return (
    <span className="scenario-name" data-depth={Math.min(depth, DEEPEST)}>
      <PageLink href={`/scenarios/${scenario.id}`}>{scenario.name}</PageLink>
      <span className="data-note">
        {parent === null
          ? t("scenarios.ownBase", { year: scenario.budgetYear })
          : t("scenarios.standsOn", { name: parent.name, revision: parent.revision })}
        {scenario.isDemonstration ? ` · ${t("scenarios.demonstration")}` : ""}
      </span>
    </span>
  );
}

function Headroom({ envelope }: { readonly envelope: ScenarioSummary["envelope"] }): ReactElement {
  const { t } = useTranslation();
  if (envelope === null) return <span className="absent">{t("scenarios.noEnvelope")}</span>;
  const isDeficit = envelope.headroomTiyn.startsWith("-");
  return (
    <span className={isDeficit ? "negative-money" : undefined}>
      <Tenge tiyn={envelope.headroomTiyn} />
      <span className="data-note">{t(isDeficit ? "scenarios.deficit" : "scenarios.headroom")}</span>
    </span>
  );
}

function Tenge({ tiyn }: { readonly tiyn: string }): string {
  const { language } = useLanguage();
  return formatMoney(tiyn, "tenge", language);
}

function RowMenu({
  scenario,
  onChange,
}: {
  readonly scenario: ScenarioSummary;
  readonly onChange: (change: ScenarioChange) => void;
}): ReactElement {
  const { t } = useTranslation();
  const can = (kind: ScenarioChange["kind"], isPossible: boolean) =>
    isPossible
      ? [
          {
            id: kind,
            name: t(`scenarios.action.${kind}`),
            onAction: () => onChange({ kind, scenario }),
          },
        ]
      : [];
  const label = t("scenarios.actionsOf", { name: scenario.name });
  const entries = [
    ...can("branch", true),
    ...can("rename", !scenario.isArchived),
    ...can("archive", scenario.state === "draft" && !scenario.isArchived),
    ...can("restore", scenario.isArchived),
  ];
  return (
    <DropMenu
      label={label}
      trigger={
        <Button kind="icon" label={label}>
          <Icon name="more" />
        </Button>
      }
      groups={[{ id: "actions", label, entries }]}
    />
  );
}
