/** Every revision of a scenario, the newest first, and the way to take back one's last. */
import { useQueryClient } from "@tanstack/react-query";
import type { EditConflict, ScenarioEdit, ScenarioRevision } from "@zhanbasy/api/contract";
import { ENGINE_VERSION } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault, problemMember, sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { Icon } from "../../components/icon.tsx";
import { Pill } from "../../components/pill.tsx";
import { formatMoment } from "../../format/date.ts";
import { formatMoney } from "../../format/money.ts";
import { CellConflict } from "./conflict-card.tsx";
import { NamedRun } from "./named-run.tsx";
import { newId } from "./new-id.ts";
import { findOverride, reasonOf, saidValue } from "./read-override.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { refreshScenario, useRevisions } from "./scenario-queries.ts";
import { SectionLoading } from "./section-loading.tsx";
import { formatMoneyChange } from "./signed-money.ts";
import { useChange } from "./use-change.ts";
import { useOverrideTexts } from "./use-override-texts.ts";

/** The list with its head. */
export function HistorySection(): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const revisions = useRevisions(scenario.id);
  if (revisions.data === undefined) {
    return <SectionLoading fault={findApiFault(revisions.error)} onRetry={revisions.refetch} />;
  }
  const all = revisions.data;
  return (
    <section aria-label={t("scenario.section.history")}>
      <NamedRun />
      <UndoLast revisions={all} />
      <ol className="history">
        {all.map((revision, index) => (
          <HistoryEntry
            key={revision.number}
            revision={revision}
            before={all[index + 1]?.totalTiyn}
          />
        ))}
      </ol>
    </section>
  );
}

/** Takes back the newest own batch that still holds, if nobody has touched its cells since. */
function UndoLast({
  revisions,
}: {
  readonly revisions: readonly ScenarioRevision[];
}): ReactElement | null {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario, person, readOnly, queueView } = useScenarioOnView();
  const last = revisions.find(
    ({ kind, author, undoneBy }) =>
      kind === "edited" && author.id === person.id && undoneBy === null,
  );
  // One name until it is acknowledged: an answer that was lost takes nothing back twice.
  const [batchId, setBatchId] = useState(newId);
  const undo = useChange(
    () =>
      sendJson(
        "POST /scenarios/{scenarioId}/undo",
        { path: { scenarioId: scenario.id } },
        { batchId, baseRevision: scenario.revision, engineVersion: ENGINE_VERSION },
      ),
    () => {
      setBatchId(newId());
      refreshScenario(client, scenario.id);
    },
  );
  if (readOnly !== undefined) return null;
  const conflicts = (problemMember(undo.fault, "conflicts") ?? []) as readonly EditConflict[];
  const isQuiet = queueView.batches.every(({ state }) => state === "kept");
  return (
    <>
      <div className="section-head">
        <p>{t(last === undefined ? "scenario.history.nothingMine" : "scenario.history.lead")}</p>
        <Button
          onPress={() => undo.start(undefined)}
          isDisabled={last === undefined || !isQuiet || undo.isRunning}
        >
          <Icon name="undo" />
          {t("scenario.history.undo")}
        </Button>
      </div>
      {conflicts.map((conflict) => (
        <CellConflict key={conflict.cell} conflict={conflict} />
      ))}
      {conflicts.length > 0 ? <p>{t("scenario.history.undoConflict")}</p> : null}
      {undo.fault === undefined || conflicts.length > 0 ? null : <FaultNotice fault={undo.fault} />}
    </>
  );
}

function HistoryEntry({
  revision,
  before,
}: {
  readonly revision: ScenarioRevision;
  readonly before: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { language } = words;
  const { number, kind, undoes, undoneBy, author, madeAt, totalTiyn, edits } = revision;
  const change = before === undefined ? undefined : BigInt(totalTiyn) - BigInt(before);
  return (
    <li className="history-entry" data-undone={undoneBy !== null}>
      <div className="history-head">
        <b className="history-number">{t("scenario.history.number", { number })}</b>
        <span>{author.name}</span>
        <span className="history-moment">{formatMoment(madeAt)}</span>
        {kind === "undone" && undoes !== null ? (
          <Pill>{t("scenario.history.undoes", { number: undoes })}</Pill>
        ) : null}
        {undoneBy === null ? null : (
          <Pill>{t("scenario.history.undoneBy", { number: undoneBy })}</Pill>
        )}
        <span className="history-total">
          {t("strip.exact", { amount: formatMoney(totalTiyn, "tenge", language) })}
          {change === undefined ? null : (
            <span className={change < 0n ? "history-change negative-money" : "history-change"}>
              {formatMoneyChange(change, "tenge", language)}
            </span>
          )}
        </span>
      </div>
      {kind === "created" ? <p className="history-note">{t("scenario.history.created")}</p> : null}
      {kind !== "created" && edits.length === 0 ? (
        <p className="history-note">{t("scenario.history.noEffect")}</p>
      ) : null}
      <ul className="history-edits">
        {edits.map((edit) => (
          <HistoryEdit key={edit.cell} edit={edit} />
        ))}
      </ul>
    </li>
  );
}

function HistoryEdit({ edit }: { readonly edit: ScenarioEdit }): ReactElement {
  const { t } = useTranslation();
  const { titleOf, saidOf } = useOverrideTexts();
  const spoken = edit.override ?? edit.previous;
  const override = spoken === null ? undefined : findOverride(spoken);
  const valueIn = (said: ScenarioEdit["override"]): string => {
    const read = said === null ? undefined : findOverride(said);
    return read === undefined ? t("scenario.history.noOverride") : saidOf(read, saidValue(read));
  };
  const reason = edit.override === null ? "" : reasonOf(edit.override);
  return (
    <li>
      {override === undefined ? edit.cell : titleOf(override)}:{" "}
      <span className="history-values">
        {valueIn(edit.previous)} → <b>{valueIn(edit.override)}</b>
      </span>
      {reason === "" ? null : <span className="data-note">{reason}</span>}
    </li>
  );
}
