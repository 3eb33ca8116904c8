/** The overrides of a scenario: what stands without it, what it says instead, who and why. */
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatMoment } from "../../format/date.ts";
import { EditDialog, type EditTarget } from "./edit-dialog.tsx";
import { arrangeEdits, type EditRow } from "./edit-rows.ts";
import { reasonOf, saidValue } from "./read-override.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { useOverrideTexts } from "./use-override-texts.ts";

/** The table with its ways to add, mend and take away. */
export function EditsSection(): ReactElement {
  const { t } = useTranslation();
  const { scenario, queueView, readOnly } = useScenarioOnView();
  const [target, setTarget] = useState<EditTarget | "new">();
  const rows = arrangeEdits(scenario.overrides, queueView.batches);
  const canEdit = readOnly === undefined;
  return (
    <section aria-label={t("scenario.section.edits")}>
      <div className="section-head">
        <p>{t(rows.length === 0 ? "scenario.edits.none" : "scenario.edits.lead")}</p>
        {canEdit ? (
          <Button onPress={() => setTarget("new")}>{t("scenario.edits.add")}</Button>
        ) : null}
      </div>
      {rows.length === 0 ? null : <EditsTable rows={rows} onEdit={setTarget} />}
      {target === undefined ? null : (
        <EditDialog
          target={target === "new" ? undefined : target}
          onClose={() => setTarget(undefined)}
        />
      )}
    </section>
  );
}

function EditsTable({
  rows,
  onEdit,
}: {
  readonly rows: readonly EditRow[];
  readonly onEdit: (target: EditTarget) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { readOnly } = useScenarioOnView();
  const columns: readonly DataColumn<EditRow>[] = [
    {
      ...{ id: "what", name: t("scenario.edits.what"), isRowHeader: true },
      cell: (row) => <EditedThing row={row} />,
    },
    {
      ...{ id: "standing", name: t("scenario.edits.standing"), look: "figure" },
      cell: (row) => <StandingValue row={row} />,
    },
    {
      ...{ id: "ours", name: t("scenario.edits.ours"), look: "figure" },
      cell: (row) => <OwnValue row={row} />,
    },
    {
      ...{ id: "who", name: t("scenario.edits.who") },
      cell: (row) => <EditAuthor row={row} />,
    },
    {
      ...{ id: "why", name: t("scenario.edits.why") },
      cell: ({ json }) => <EditReason reason={reasonOf(json)} />,
    },
  ];
  const actions: DataColumn<EditRow> = {
    ...{ id: "actions", name: t("scenarios.column.actions"), look: "actions" },
    cell: (row) => <EditActions row={row} onEdit={onEdit} />,
  };
  return (
    <div className="card-table edits-table">
      <DataTable
        label={t("scenario.section.edits")}
        columns={readOnly === undefined ? [...columns, actions] : columns}
        rows={rows}
        rowKey={({ cell }) => cell}
      />
    </div>
  );
}

function EditedThing({ row }: { readonly row: EditRow }): ReactElement {
  const { partsOf } = useOverrideTexts();
  const { title, detail } =
    row.override === undefined ? { title: row.cell, detail: "" } : partsOf(row.override);
  return (
    <span className="edit-thing">
      {title}
      {detail === "" ? null : <span className="data-note">{detail}</span>}
    </span>
  );
}

function StandingValue({ row }: { readonly row: EditRow }): ReactElement {
  const { saidOf } = useOverrideTexts();
  const { override, standing } = row;
  const isKnown = override !== undefined && standing !== undefined;
  return <span className="edit-standing">{isKnown ? saidOf(override, standing) : "…"}</span>;
}

/** The own value with its unit; one that came while the page was open shows itself for a moment. */
function OwnValue({ row }: { readonly row: EditRow }): ReactElement {
  const { t } = useTranslation();
  const { person } = useScenarioOnView();
  const { saidOf, unitOf } = useOverrideTexts();
  const [firstSeen] = useState(row.revision);
  const { override, isLeaving, author, revision } = row;
  const isFresh = revision !== firstSeen && author !== undefined && author.id !== person.id;
  if (override === undefined) return <span className="absent">{t("scenario.edit.unread")}</span>;
  const unit = unitOf(override);
  return (
    <span
      key={revision}
      className="edit-own"
      data-fresh={isFresh}
      data-leaving={isLeaving}
      data-pending={row.pending !== undefined}
    >
      <b>{saidOf(override, saidValue(override))}</b>
      {unit === "" ? null : <span className="data-note">{unit}</span>}
    </span>
  );
}

function EditAuthor({ row }: { readonly row: EditRow }): ReactElement {
  const { t } = useTranslation();
  const { person } = useScenarioOnView();
  const { pending, author, madeAt, isLeaving } = row;
  if (pending !== undefined) {
    return (
      <span className="edit-pending" data-state={pending.state}>
        {person.name}
        <span className="data-note">
          {t(isLeaving ? "scenario.edits.leaving" : `scenario.edits.pending.${pending.state}`)}
        </span>
      </span>
    );
  }
  return (
    <span className="edit-author">
      {author?.name}
      {madeAt === undefined ? null : <span className="data-note">{formatMoment(madeAt)}</span>}
    </span>
  );
}

function EditReason({ reason }: { readonly reason: string }): ReactElement {
  const { t } = useTranslation();
  if (reason.trim() !== "") return <span className="edit-reason">{reason}</span>;
  return (
    <span className="edit-reason edit-no-reason">
      <Icon name="warning" /> {t("scenario.edit.noReason")}
    </span>
  );
}

function EditActions({
  row,
  onEdit,
}: {
  readonly row: EditRow;
  readonly onEdit: (target: EditTarget) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { scenario, queue } = useScenarioOnView();
  const { titleOf } = useOverrideTexts();
  const { cell, json, override, standing, pending } = row;
  if (pending?.state === "sending" || pending?.state === "conflict") return null;
  const name = override === undefined ? cell : titleOf(override);
  return (
    <>
      {override === undefined ? null : (
        <Button
          kind="quiet"
          label={t("scenario.edits.changeOf", { name })}
          onPress={() =>
            onEdit({
              ...{ cell, json, override, standing: standing ?? null },
              ...{ isSaid: true, seenAt: scenario.revision },
            })
          }
        >
          {t("scenario.edits.change")}
        </Button>
      )}
      <Button
        kind="quiet"
        label={t("scenario.edits.removeOf", { name })}
        onPress={() => queue.add([{ cell, override: null }], scenario.revision)}
      >
        {t("scenario.edits.remove")}
      </Button>
    </>
  );
}
