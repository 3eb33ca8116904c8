/** Keeps the newest revision of a scenario as a calculation with every line, under a name. */
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { TextField } from "../../components/text-field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { NAME_LENGTH } from "./scenario-change-dialog.tsx";
import { useScenarioOnView } from "./scenario-context.ts";
import { useChange } from "./use-change.ts";
import "./form-dialog.css";

/** The button, its dialog, and the way to what was kept last. */
export function NamedRun(): ReactElement | null {
  const { t } = useTranslation();
  const { person, queueView } = useScenarioOnView();
  const [isAsked, setAsked] = useState(false);
  const [kept, setKept] = useState<{ readonly id: string; readonly name: string }>();
  if (person.role !== "editor") return null;
  const isQuiet = queueView.batches.every(({ state }) => state === "kept");
  return (
    <div className="section-head">
      {kept === undefined ? (
        <p>{t("scenario.run.lead")}</p>
      ) : (
        <p role="status">
          <PageLink href={`/runs/${kept.id}`}>
            {t("scenario.run.kept", { name: kept.name })}
          </PageLink>
        </p>
      )}
      <Button onPress={() => setAsked(true)} isDisabled={!isQuiet}>
        <Icon name="check" />
        {t("scenario.run.keep")}
      </Button>
      {isAsked ? <NamedRunDialog onClose={() => setAsked(false)} onKept={setKept} /> : null}
    </div>
  );
}

function NamedRunDialog({
  onClose,
  onKept,
}: {
  readonly onClose: () => void;
  readonly onKept: (run: { readonly id: string; readonly name: string }) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { scenario } = useScenarioOnView();
  const { revision } = scenario;
  const [name, setName] = useState(t("scenario.run.name", { name: scenario.name, revision }));
  const sending = useChange(
    () =>
      sendJson(
        "POST /scenarios/{scenarioId}/runs",
        { path: { scenarioId: scenario.id } },
        { name: name.trim() },
      ),
    ({ id }) => {
      onKept({ id, name: name.trim() });
      onClose();
    },
  );
  return (
    <FormDialog
      title={t("scenario.run.keep")}
      confirm={t("scenario.run.confirm")}
      isOpen
      onClose={onClose}
      onConfirm={() => sending.start(undefined)}
      isRunning={sending.isRunning}
      canConfirm={name.trim() !== ""}
      fault={sending.fault}
    >
      <TextField
        label={t("scenarios.name")}
        value={name}
        onChange={setName}
        maxLength={NAME_LENGTH}
        autoFocus
        isRequired
      />
    </FormDialog>
  );
}
