/** A scenario from nothing: which register, which rules, which year, how much money. */
import { useQueryClient } from "@tanstack/react-query";
import type { MethodologySummary, RegisterSummary, ScenarioSummary } from "@zhanbasy/api/contract";
import { formatDate } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson } from "../../api-client.ts";
import { ChoiceField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { useGoTo } from "../../navigation.ts";
import { FormDialog } from "./form-dialog.tsx";
import { newId } from "./new-id.ts";
import { findFigureDigits } from "./read-figure.ts";
import { NAME_LENGTH } from "./scenario-change-dialog.tsx";
import { keepScenario, useMethodologies, useRegisters } from "./scenario-queries.ts";
import { useChange } from "./use-change.ts";

/** In place of a scenario: the law and the register themselves. */
const NO_PARENT = "";

type NewScenarioProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly scenarios: readonly ScenarioSummary[];
};

/** Opened anew each time, so that nothing of the last try is left in it. */
export function NewScenarioDialog(props: NewScenarioProps): ReactElement | null {
  return props.isOpen ? <NewScenarioForm {...props} /> : null;
}

function NewScenarioForm({ onClose, scenarios }: NewScenarioProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const goTo = useGoTo();
  const parents = scenarios.filter(({ isArchived }) => !isArchived);
  const [name, setName] = useState("");
  const [parentId, setParentId] = useState(parents[0]?.id ?? NO_PARENT);
  const base = useBase(parentId === NO_PARENT);
  const [envelope, setEnvelope] = useState("");
  const [id] = useState(newId);
  const digits = envelope.trim() === "" ? "" : findFigureDigits(envelope, language);
  const sending = useChange(
    (body: unknown) => sendJson("POST /scenarios", { path: {} }, body),
    (detail) => {
      keepScenario(client, detail);
      onClose();
      goTo(`/scenarios/${detail.id}`);
    },
  );
  const isBranch = parentId !== NO_PARENT;
  const start = (): void =>
    sending.start({
      ...{ id, name: name.trim() },
      ...(isBranch ? { parent: { id: parentId } } : base.body(digits === "" ? undefined : digits)),
    });
  return (
    <FormDialog
      title={t("scenarios.create")}
      confirm={t("scenarios.createConfirm")}
      isOpen
      onClose={onClose}
      onConfirm={start}
      isRunning={sending.isRunning}
      canConfirm={name.trim() !== "" && (isBranch || (base.isKnown && digits !== undefined))}
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
      <ChoiceField
        label={t("scenarios.basis")}
        options={[
          ...parents.map((each) => ({ id: each.id, name: each.name })),
          { id: NO_PARENT, name: t("scenarios.basisLaw") },
        ]}
        selected={parentId}
        onSelect={setParentId}
        description={t(isBranch ? "scenarios.basisBranchNote" : "scenarios.basisLawNote")}
      />
      {isBranch ? null : (
        <>
          {base.fields}
          <TextField
            label={t("scenarios.envelope")}
            value={envelope}
            onChange={setEnvelope}
            inputMode="decimal"
            description={t("scenarios.envelopeNote")}
            error={digits === undefined ? t("scenario.edit.notFigure") : undefined}
          />
        </>
      )}
    </FormDialog>
  );
}

/** The choice of a register, rules and a year; the newest of each at first. */
function useBase(isAsked: boolean): {
  readonly fields: ReactElement;
  readonly isKnown: boolean;
  readonly body: (envelopeTenge: string | undefined) => Readonly<Record<string, unknown>>;
} {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const registers = useRegisters(isAsked).data ?? [];
  const methodologies = useMethodologies(isAsked).data ?? [];
  const [registerHash, setRegisterHash] = useState<string>();
  const [methodologyHash, setMethodologyHash] = useState<string>();
  const [year, setYear] = useState<string>();
  const register = registers.find(({ hash }) => hash === registerHash) ?? registers[0];
  const methodology =
    methodologies.find(({ hash }) => hash === methodologyHash) ?? methodologies[0];
  const years = (methodology?.years ?? []).map(String);
  const chosenYear = years.find((each) => each === year) ?? years.at(-1) ?? "";
  const fields = (
    <>
      <ChoiceField
        label={t("scenarios.register")}
        options={registers.map((each) => ({ id: each.hash, name: registerName(each) }))}
        selected={register?.hash ?? ""}
        onSelect={setRegisterHash}
      />
      <ChoiceField
        label={t("scenarios.methodology")}
        options={methodologies.map((each) => ({
          id: each.hash,
          name: methodologyName(each, language),
        }))}
        selected={methodology?.hash ?? ""}
        onSelect={setMethodologyHash}
      />
      <ChoiceField
        label={t("scenarios.year")}
        options={years.map((id) => ({ id, name: id }))}
        selected={chosenYear}
        onSelect={setYear}
      />
    </>
  );
  return {
    fields,
    isKnown: register !== undefined && methodology !== undefined && chosenYear !== "",
    body: (envelopeTenge) => ({
      ...{ registerHash: register?.hash, methodologyHash: methodology?.hash },
      budgetYear: Number(chosenYear),
      ...(envelopeTenge === undefined ? {} : { envelopeTenge }),
    }),
  };
}

function registerName({ name, createdAt }: RegisterSummary): string {
  return `${name}, ${formatDate(createdAt.slice(0, 10))}`;
}

function methodologyName(
  { label, createdAt }: MethodologySummary,
  language: "ru" | "kk" | "en",
): string {
  return `${label[language]}, ${formatDate(createdAt.slice(0, 10))}`;
}
