/** A step from state to state: why it cannot be taken, or a reason and one press. */
import { useQueryClient } from "@tanstack/react-query";
import type { Obstacle, ScenarioState } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { type ApiFault, problemMember, sendJson } from "../../api-client.ts";
import { ModalDialog } from "../../components/popover.tsx";
import { TextField } from "../../components/text-field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { obstaclesOf, type ScenarioAction } from "./next-step.ts";
import { ObstacleList } from "./obstacle-list.tsx";
import { countUnsaved } from "./saved-state.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { keepScenario, useGate } from "./scenario-queries.ts";
import { useChange } from "./use-change.ts";
import "./form-dialog.css";

/** Steps that this dialog takes. */
export type StepAction = Exclude<ScenarioAction, "copy" | "issue">;

const GOALS: Readonly<Record<StepAction, ScenarioState>> = {
  submit: "submitted",
  approve: "approved",
  return: "draft",
  withdraw: "draft",
};

/** A way back says why; a way on may. */
const NEEDS_REASON: ReadonlySet<StepAction> = new Set(["return"]);
const REASON_LENGTH = 4000;

/** Open until it is closed or the step is taken. */
export function StepDialog({
  action,
  onClose,
}: {
  readonly action: StepAction;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario, queueView } = useScenarioOnView();
  const gate = useGate(scenario.id);
  const [reason, setReason] = useState("");
  const sending = useChange(
    () =>
      sendJson(
        "POST /scenarios/{scenarioId}/steps",
        { path: { scenarioId: scenario.id } },
        { to: GOALS[action], reason: reason.trim() },
      ),
    (detail) => {
      keepScenario(client, detail);
      onClose();
    },
  );
  const refused = obstaclesInFault(sending.fault);
  const obstacles = refused.length > 0 ? refused : obstaclesOf(gate.data, action);
  if (obstacles.length > 0) {
    return (
      <ModalDialog
        title={t(`scenario.stepDialog.${action}.title`)}
        closeLabel={t("frame.close")}
        isOpen
        onClose={onClose}
      >
        <ObstacleList
          title={t(`scenario.stepDialog.${action}.refused`, { count: obstacles.length })}
          obstacles={obstacles}
          onLeave={onClose}
          onCheckAgain={() => {
            sending.reset();
            void gate.refetch();
          }}
        />
      </ModalDialog>
    );
  }
  const unsaved = countUnsaved(queueView);
  return (
    <FormDialog
      title={t(`scenario.stepDialog.${action}.title`)}
      confirm={t(`scenario.action.${action}`)}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      canConfirm={unsaved === 0 && (!NEEDS_REASON.has(action) || reason.trim() !== "")}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">{t(`scenario.stepDialog.${action}.lead`)}</p>
      {unsaved > 0 ? (
        <p role="status">{t("scenario.stepDialog.unsaved", { count: unsaved })}</p>
      ) : null}
      <TextField
        label={t(
          NEEDS_REASON.has(action) ? "scenario.stepDialog.reason" : "scenario.stepDialog.note",
        )}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={REASON_LENGTH}
        isRequired={NEEDS_REASON.has(action)}
        autoFocus
      />
    </FormDialog>
  );
}

/** All that a refused step or issue stands against. */
export function obstaclesInFault(fault: ApiFault | undefined): readonly Obstacle[] {
  return (problemMember(fault, "obstacles") ?? []) as readonly Obstacle[];
}
