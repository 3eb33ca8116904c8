/** Branching, renaming, putting away and taking back a scenario. */
import { useQueryClient } from "@tanstack/react-query";
import type { ScenarioDetail, ScenarioSummary } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { TextField } from "../../components/text-field.tsx";
import { useGoTo } from "../../navigation.ts";
import { FormDialog } from "./form-dialog.tsx";
import { newId } from "./new-id.ts";
import { keepScenario } from "./scenario-queries.ts";
import { useChange } from "./use-change.ts";
import "./form-dialog.css";

/** What is to happen to which scenario. */
export type ScenarioChange = {
  readonly kind: "branch" | "rename" | "archive" | "restore";
  readonly scenario: Pick<ScenarioSummary, "id" | "name">;
};

/** As many letters as the name of a scenario may have. */
export const NAME_LENGTH = 120;

/** Asks for what the change needs; a branch is opened as soon as it exists. */
export function ScenarioChangeDialog({
  change,
  onClose,
  onBranched,
}: {
  readonly change: ScenarioChange;
  readonly onClose: () => void;
  /** Called with the branch before it is opened. */
  readonly onBranched?: (branch: ScenarioDetail) => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const goTo = useGoTo();
  const { kind, scenario } = change;
  const [name, setName] = useState(
    kind === "branch" ? t("scenarios.copyName", { name: scenario.name }) : scenario.name,
  );
  // The same id again makes no second branch when the answer was lost on the way.
  const [branchId] = useState(newId);
  const sending = useChange(
    () => sendChange(change, name.trim(), branchId),
    (detail) => {
      keepScenario(client, detail);
      onClose();
      if (kind !== "branch") return;
      onBranched?.(detail);
      goTo(`/scenarios/${detail.id}`);
    },
  );
  const isNamed = kind === "branch" || kind === "rename";
  return (
    <FormDialog
      title={t(`scenarios.change.${kind}.title`, { name: scenario.name })}
      confirm={t(`scenarios.change.${kind}.confirm`)}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      canConfirm={!isNamed || name.trim() !== ""}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">{t(`scenarios.change.${kind}.lead`)}</p>
      {isNamed ? (
        <TextField
          label={t("scenarios.name")}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH}
          autoFocus
          isRequired
        />
      ) : null}
    </FormDialog>
  );
}

function sendChange(
  { kind, scenario }: ScenarioChange,
  name: string,
  branchId: string,
): Promise<ScenarioDetail> {
  const { id } = scenario;
  const params = { path: { scenarioId: id } };
  switch (kind) {
    case "branch": {
      const branch = { id: branchId, name, parent: { id } };
      return sendJson("POST /scenarios", { path: {} }, branch);
    }
    case "rename":
      return sendJson("PATCH /scenarios/{scenarioId}", params, { name });
    case "archive":
      return sendJson("PATCH /scenarios/{scenarioId}", params, { isArchived: true });
    case "restore":
      return sendJson("PATCH /scenarios/{scenarioId}", params, { isArchived: false });
  }
}
