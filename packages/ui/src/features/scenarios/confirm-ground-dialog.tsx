/** A second person says that the act and the clause are as entered. */
import { useQueryClient } from "@tanstack/react-query";
import type { GroundedValue } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { FormDialog } from "./form-dialog.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { refreshScenario } from "./scenario-queries.ts";
import { useChange } from "./use-change.ts";
import { useWeakTexts } from "./weak-texts.ts";
import "./form-dialog.css";

/** Shows once more what is confirmed. */
export function ConfirmGroundDialog({
  value,
  onClose,
}: {
  readonly value: GroundedValue;
  readonly onClose: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { scenario } = useScenarioOnView();
  const { titleOf, detailOf, figureOf, unitOf } = useWeakTexts();
  const { ground } = value;
  const sending = useChange(
    (groundId: string) =>
      sendJson("POST /grounds/{groundId}/confirmation", { path: { groundId } }, {}),
    () => {
      refreshScenario(client, scenario.id);
      onClose();
    },
  );
  if (ground === null) return null;
  return (
    <FormDialog
      title={t("scenario.confirmGround.title")}
      confirm={t("scenario.weak.confirm")}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(ground.id)}
      isRunning={sending.isRunning}
      fault={sending.fault}
    >
      <p className="form-dialog-lead">{t("scenario.confirmGround.lead")}</p>
      <dl className="plain-facts">
        <dt>{t("scenario.weak.value")}</dt>
        <dd>
          {titleOf(value)} {detailOf(value)}
        </dd>
        <dt>{t("scenario.weak.figure")}</dt>
        <dd>
          <b>{figureOf(value)}</b> {unitOf(value)}
        </dd>
        <dt>{t("scenario.ground.act")}</dt>
        <dd>{ground.act}</dd>
        <dt>{t("scenario.ground.clause")}</dt>
        <dd>{ground.clause}</dd>
        <dt>{t("scenario.confirmGround.enteredBy")}</dt>
        <dd>{ground.enteredBy.name}</dd>
      </dl>
    </FormDialog>
  );
}
