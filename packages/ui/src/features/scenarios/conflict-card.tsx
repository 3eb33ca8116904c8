/** Somebody else has changed the same cell: what stood there, theirs and mine, and a choice. */
import type { EditConflict } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatMoment } from "../../format/date.ts";
import type { ConflictChoice, QueuedBatch } from "./queued-batch.ts";
import { findOverride, reasonOf, saidValue } from "./read-override.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { useOverrideTexts } from "./use-override-texts.ts";

/** Nothing is lost until every cell has its choice; then the rest of the batch goes on. */
export function ConflictCard({ batch }: { readonly batch: QueuedBatch }): ReactElement {
  const { queue } = useScenarioOnView();
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const choose = (cell: string, choice: ConflictChoice): void => {
    const chosen = new Map([...choices, [cell, choice]]);
    const isWhole = batch.conflicts.every((conflict) => chosen.has(conflict.cell));
    if (isWhole) queue.resolve(batch.batchId, chosen);
    else setChoices(chosen);
  };
  return (
    <>
      {batch.conflicts
        .filter(({ cell }) => !choices.has(cell))
        .map((conflict) => (
          <CellConflict
            key={conflict.cell}
            conflict={conflict}
            onChoose={(choice) => choose(conflict.cell, choice)}
          />
        ))}
    </>
  );
}

/** One cell; without a choice it only tells. */
export function CellConflict({
  conflict,
  onChoose,
}: {
  readonly conflict: EditConflict;
  readonly onChoose?: (choice: ConflictChoice) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [areReasonsShown, setReasonsShown] = useState(false);
  const { scenario } = useScenarioOnView();
  const { titleOf, saidOf } = useOverrideTexts();
  const spoken = conflict.mine ?? conflict.theirs ?? conflict.base;
  const override = spoken === null ? undefined : findOverride(spoken);
  const what = override === undefined ? conflict.cell : titleOf(override);
  const live = scenario.overrides.find(({ cell }) => cell === conflict.cell);
  const standing =
    override === undefined || live === undefined ? undefined : saidOf(override, live.standing);
  return (
    <Notice
      kind="warning"
      title={t("scenario.conflict.title", {
        ...{ what, name: conflict.author.name },
        moment: formatMoment(conflict.madeAt),
      })}
      action={
        onChoose === undefined ? undefined : (
          <>
            <Button onPress={() => onChoose("theirs")}>{t("scenario.conflict.takeTheirs")}</Button>
            <Button onPress={() => onChoose("mine")}>{t("scenario.conflict.keepMine")}</Button>
            <Button kind="quiet" onPress={() => setReasonsShown(!areReasonsShown)}>
              {t(areReasonsShown ? "scenario.conflict.hideReasons" : "scenario.conflict.reasons")}
            </Button>
          </>
        )
      }
    >
      <dl className="conflict-values">
        <ConflictValue name={t("scenario.conflict.base")} said={conflict.base} under={standing} />
        <ConflictValue
          name={conflict.author.name}
          said={conflict.theirs}
          isShownReason={areReasonsShown}
        />
        <ConflictValue
          name={t("scenario.conflict.mine")}
          said={conflict.mine}
          isShownReason={areReasonsShown}
        />
      </dl>
    </Notice>
  );
}

function ConflictValue({
  name,
  said,
  under,
  isShownReason = false,
}: {
  readonly name: string;
  readonly said: EditConflict["base"];
  /** What stands there while the scenario says nothing of it. */
  readonly under?: string | undefined;
  readonly isShownReason?: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { saidOf } = useOverrideTexts();
  const override = said === null ? undefined : findOverride(said);
  const reason = said === null ? "" : reasonOf(said);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <b>
          {override === undefined
            ? (under ?? t("scenario.conflict.nothing"))
            : saidOf(override, saidValue(override))}
        </b>
        {isShownReason ? (
          <span className="data-note">{reason === "" ? t("scenario.edit.noReason") : reason}</span>
        ) : null}
      </dd>
    </>
  );
}
