/** An act and a clause for a value that has none, or for all values of one name at once. */
import { useQueryClient } from "@tanstack/react-query";
import type { Ground, GroundedValue } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { CheckField } from "../../components/check-field.tsx";
import { ChoiceField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { FormDialog } from "./form-dialog.tsx";
import { stageOf } from "./ground-stage.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { refreshScenario } from "./scenario-queries.ts";
import { useChange } from "./use-change.ts";
import { useWeakTexts } from "./weak-texts.ts";
import "./form-dialog.css";

const ACT_LENGTH = 300;
const KINDS = ["enacted", "local"] as const;

/** Entered by one person; it counts when a second one has confirmed it. */
export function GroundDialog({
  value,
  all,
  onClose,
}: {
  readonly value: GroundedValue;
  readonly all: readonly GroundedValue[];
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario, words } = useScenarioOnView();
  const { titleOf, detailOf, figureOf } = useWeakTexts();
  const [status, setStatus] = useState<Ground["status"]>(value.ground?.status ?? "local");
  const [act, setAct] = useState(value.ground?.act ?? "");
  const [clause, setClause] = useState(value.ground?.clause ?? "");
  const [isForAll, setForAll] = useState(false);
  const others = all.filter(
    (each) =>
      each.name === value.name && each.subject !== value.subject && stageOf(each) === "bare",
  );
  const translate = createCoreTranslate(words.language);
  const sending = useChange(
    async () => {
      const ground = { status, act: act.trim(), clause: clause.trim(), scenarioId: scenario.id };
      for (const { subject } of isForAll ? [value, ...others] : [value]) {
        await sendJson("POST /grounds", { path: {} }, { ...ground, subject });
      }
    },
    () => {
      refreshScenario(client, scenario.id);
      onClose();
    },
  );
  return (
    <FormDialog
      title={t("scenario.ground.title")}
      confirm={t("scenario.ground.confirm")}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      canConfirm={act.trim() !== "" && clause.trim() !== ""}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">
        <b>{titleOf(value)}</b> {detailOf(value)}: {figureOf(value)}
      </p>
      <ChoiceField
        label={t("scenario.ground.kind")}
        options={KINDS.map((id) => ({ id, name: t(`scenario.ground.kinds.${id}`) }))}
        selected={status}
        onSelect={setStatus}
        description={t("scenario.ground.kindNote", { status: translate(`status.${status}`) })}
      />
      <TextField
        label={t("scenario.ground.act")}
        value={act}
        onChange={setAct}
        hint={t("scenario.ground.actHint")}
        maxLength={ACT_LENGTH}
        autoFocus
        isRequired
      />
      <TextField
        label={t("scenario.ground.clause")}
        value={clause}
        onChange={setClause}
        hint={t("scenario.ground.clauseHint")}
        maxLength={ACT_LENGTH}
        isRequired
      />
      {others.length === 0 ? null : (
        <CheckField
          label={t("scenario.ground.forAll", { count: others.length })}
          isChecked={isForAll}
          onChange={setForAll}
        />
      )}
    </FormDialog>
  );
}
