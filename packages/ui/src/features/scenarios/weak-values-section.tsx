/** Values without a confirmed act that reach some amount: their grounds are entered here. */
import type { GroundedValue } from "@zhanbasy/api/contract";
import { formatDate } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Icon } from "../../components/icon.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { Select } from "../../components/select.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { formatMoment } from "../../format/date.ts";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { ConfirmGroundDialog } from "./confirm-ground-dialog.tsx";
import { GroundDialog } from "./ground-dialog.tsx";
import { GROUND_STAGES, type GroundStage, stageOf } from "./ground-stage.ts";
import { MoreButton } from "./more-button.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { useWeakValues } from "./scenario-queries.ts";
import { SectionLoading } from "./section-loading.tsx";
import { useWeakTexts } from "./weak-texts.ts";

const FILTERS = ["all", ...GROUND_STAGES] as const;
type Filter = (typeof FILTERS)[number];
const SHOWN_AT_FIRST = 50;

/** The list, narrowed by how far each value's ground has come. */
export function WeakValuesSection(): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const weak = useWeakValues(scenario.id);
  const { titleOf, detailOf } = useWeakTexts();
  const [filter, setFilter] = useState<Filter>("all");
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  if (weak.data === undefined) {
    return <SectionLoading fault={findApiFault(weak.error)} onRetry={weak.refetch} />;
  }
  const all = weak.data;
  if (all.length === 0) {
    return (
      <p className="section-good">
        <Icon name="check" /> {t("scenario.weak.none")}
      </p>
    );
  }
  const inStage = (stage: Filter): readonly GroundedValue[] =>
    stage === "all" ? all : all.filter((value) => stageOf(value) === stage);
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const shown = inStage(filter).filter((value) => {
    const text = `${titleOf(value)} ${detailOf(value)} ${value.name} ${value.value}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <section aria-label={t("scenario.section.weak-values")}>
      <div className="section-head">
        <p>{t("scenario.weak.lead")}</p>
        <div className="screen-actions">
          <SearchField
            label={t("scenario.edit.search")}
            hint={t("scenario.edit.searchHint")}
            clearLabel={t("allocation.searchClear")}
            value={query}
            onChange={setQuery}
          />
          <Select
            label={t("scenario.weak.filter")}
            options={FILTERS.map((id) => ({
              id,
              name: `${t(`scenario.weak.stage.${id}`)}: ${inStage(id).length}`,
            }))}
            selected={filter}
            onSelect={setFilter}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="section-empty">{t("scenario.weak.noneInStage")}</p>
      ) : (
        <WeakTable values={shown.slice(0, limit)} all={all} />
      )}
      <MoreButton
        shown={limit}
        all={shown.length}
        onPress={() => setLimit(limit + SHOWN_AT_FIRST)}
      />
    </section>
  );
}

function WeakTable({
  values,
  all,
}: {
  readonly values: readonly GroundedValue[];
  readonly all: readonly GroundedValue[];
}): ReactElement {
  const { t } = useTranslation();
  const { person } = useScenarioOnView();
  const [entering, setEntering] = useState<GroundedValue>();
  const [confirming, setConfirming] = useState<GroundedValue>();
  const columns: readonly DataColumn<GroundedValue>[] = [
    {
      ...{ id: "what", name: t("scenario.weak.value"), isRowHeader: true },
      cell: (value) => <WeakName value={value} />,
    },
    {
      ...{ id: "figure", name: t("scenario.weak.figure"), look: "figure" },
      cell: (value) => <WeakFigure value={value} />,
    },
    {
      ...{ id: "status", name: t("scenario.weak.status") },
      cell: ({ status }) => <StatusWord status={status} />,
    },
    {
      ...{ id: "ground", name: t("scenario.weak.ground") },
      cell: (value) => <GroundCell value={value} />,
    },
  ];
  const actions: DataColumn<GroundedValue> = {
    ...{ id: "actions", name: t("scenarios.column.actions"), look: "actions" },
    cell: (value) => (
      <GroundActions
        value={value}
        onEnter={() => setEntering(value)}
        onConfirm={() => setConfirming(value)}
      />
    ),
  };
  const mayGround = person.role === "editor" || person.role === "approver";
  return (
    <div className="card-table">
      <DataTable
        label={t("scenario.section.weak-values")}
        columns={mayGround ? [...columns, actions] : columns}
        rows={values}
        rowKey={({ subject }) => subject}
      />
      {entering === undefined ? null : (
        <GroundDialog value={entering} all={all} onClose={() => setEntering(undefined)} />
      )}
      {confirming === undefined ? null : (
        <ConfirmGroundDialog value={confirming} onClose={() => setConfirming(undefined)} />
      )}
    </div>
  );
}

function WeakName({ value }: { readonly value: GroundedValue }): ReactElement {
  const { t } = useTranslation();
  const { titleOf, detailOf } = useWeakTexts();
  const detail = detailOf(value);
  const since =
    value.validFrom === null ? "" : t("scenario.edit.since", { date: formatDate(value.validFrom) });
  return (
    <span className="edit-thing">
      {titleOf(value)}
      <span className="data-note">{[detail, since].filter((part) => part !== "").join(" · ")}</span>
    </span>
  );
}

function WeakFigure({ value }: { readonly value: GroundedValue }): ReactElement {
  const { figureOf, unitOf } = useWeakTexts();
  const unit = unitOf(value);
  if (value.kind === "rule") return <span className="weak-rule">{figureOf(value)}</span>;
  return (
    <>
      <b>{figureOf(value)}</b>
      {unit === "" ? null : <span className="data-note">{unit}</span>}
    </>
  );
}

function StatusWord({ status }: { readonly status: GroundedValue["status"] }): ReactElement {
  const { words } = useScenarioOnView();
  return (
    <StatusMark status={status} word={createCoreTranslate(words.language)(`status.${status}`)} />
  );
}

function GroundCell({ value }: { readonly value: GroundedValue }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { ground } = value;
  if (ground === null) return <span className="absent">{t("scenario.weak.noGround")}</span>;
  const { status, act, clause, enteredBy, enteredAt, confirmedBy, confirmedAt } = ground;
  return (
    <span className="ground">
      <StatusMark status={status} word={createCoreTranslate(words.language)(`status.${status}`)} />
      <span className="ground-act">
        {act}, {clause}
      </span>
      <span className="data-note">
        {t("scenario.weak.enteredBy", { name: enteredBy.name, moment: formatMoment(enteredAt) })}
      </span>
      <span className="data-note">
        {confirmedBy === null || confirmedAt === null
          ? t("scenario.weak.awaits")
          : t("scenario.weak.confirmedBy", {
              ...{ name: confirmedBy.name, moment: formatMoment(confirmedAt) },
            })}
      </span>
    </span>
  );
}

function GroundActions({
  value,
  onEnter,
  onConfirm,
}: {
  readonly value: GroundedValue;
  readonly onEnter: () => void;
  readonly onConfirm: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { person } = useScenarioOnView();
  const { titleOf, detailOf } = useWeakTexts();
  const stage: GroundStage = stageOf(value);
  const name = [titleOf(value), detailOf(value)].filter((part) => part !== "").join(", ");
  const isMine = value.ground?.enteredBy.id === person.id;
  return (
    <>
      {stage === "awaiting" && !isMine ? (
        <Button label={t("scenario.weak.confirmOf", { name })} onPress={onConfirm}>
          {t("scenario.weak.confirm")}
        </Button>
      ) : null}
      {stage === "awaiting" && isMine ? (
        <span className="data-note">{t("scenario.weak.otherConfirms")}</span>
      ) : null}
      <Button
        kind={stage === "bare" ? "secondary" : "quiet"}
        label={t(stage === "bare" ? "scenario.weak.enterOf" : "scenario.weak.enterAnewOf", {
          name,
        })}
        onPress={onEnter}
      >
        {t(stage === "bare" ? "scenario.weak.enter" : "scenario.weak.enterAnew")}
      </Button>
    </>
  );
}
