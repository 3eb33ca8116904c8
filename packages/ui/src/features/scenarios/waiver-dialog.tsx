/** Why money follows although something is strange: one reason, for one finding or for many. */
import type { Finding } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { TextField } from "../../components/text-field.tsx";
import type { FindingSort } from "./finding-sorts.ts";
import { FormDialog } from "./form-dialog.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { useChange } from "./use-change.ts";
import "./form-dialog.css";

const REASON_LENGTH = 4000;

/** A waiver is of the register: it holds for every scenario over it. */
export function WaiverDialog({
  findings,
  sort,
  onClose,
  onDecided,
}: {
  readonly findings: readonly Finding[];
  readonly sort: FindingSort | undefined;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { scenario, words } = useScenarioOnView();
  const [reason, setReason] = useState("");
  const [first] = findings;
  const isOne = findings.length === 1 && first !== undefined;
  const sending = useChange(
    () =>
      sendJson(
        "POST /scenarios/{scenarioId}/finding-decisions",
        { path: { scenarioId: scenario.id } },
        { kind: "waiver", findings: findings.map(({ id }) => id), reason: reason.trim() },
      ),
    () => {
      onDecided();
      onClose();
    },
  );
  return (
    <FormDialog
      title={t("scenario.waiver.title")}
      confirm={t("scenario.findings.waive")}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      canConfirm={reason.trim() !== ""}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">
        <b>
          {isOne
            ? words.language === "kk"
              ? first.nameKk
              : first.nameRu
            : t("scenario.waiver.many", { count: findings.length })}
        </b>
        {sort === undefined ? "" : ` · ${t(`scenario.findings.code.${sort}`)}`}
      </p>
      <p className="form-dialog-lead">{t("scenario.waiver.lead")}</p>
      <TextField
        label={t("scenario.edit.reason")}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={REASON_LENGTH}
        autoFocus
        isRequired
      />
    </FormDialog>
  );
}
