/** An edit: which value, which figure instead, and why. */
import type { OverrideJson, ScenarioDetail } from "@zhanbasy/api/contract";
import type { Override } from "@zhanbasy/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { Language } from "../../i18n/language.ts";
import { FormDialog } from "./form-dialog.tsx";
import { useLastReason } from "./last-reason.ts";
import { findFigureDigits, isSameFigure } from "./read-figure.ts";
import { findCell, findOverride, reasonOf, saidValue } from "./read-override.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import { useScenarioValues } from "./scenario-queries.ts";
import { useOverrideTexts } from "./use-override-texts.ts";
import { type Choosable, ValuePicker } from "./value-picker.tsx";

/** What is being edited: a thing that an override already speaks of, or one just chosen. */
export type EditTarget = {
  readonly cell: string;
  readonly json: OverrideJson;
  readonly override: Override;
  readonly standing: string | null;
  /** Whether the scenario says something of it already. */
  readonly isSaid: boolean;
  /** The revision at which it was looked at: what comes later is somebody else's word. */
  readonly seenAt: number;
};

const REASON_LENGTH = 4000;

/** Without a target one is chosen first. */
export function EditDialog({
  target,
  onClose,
}: {
  readonly target: EditTarget | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(target);
  const form = useEditForm(chosen, onClose);
  return (
    <FormDialog
      title={t(target === undefined ? "scenario.edits.add" : "scenario.edit.title")}
      confirm={t("scenario.edit.save")}
      isOpen
      onClose={onClose}
      onConfirm={form.save}
      canConfirm={form.canSave}
      size={chosen === undefined ? "wide" : "narrow"}
    >
      {chosen === undefined ? (
        <TargetChoice onChoose={setChosen} />
      ) : (
        <>
          <ChosenTarget
            target={chosen}
            {...(target === undefined ? { onChangeTarget: () => setChosen(undefined) } : {})}
          />
          {form.fields}
        </>
      )}
    </FormDialog>
  );
}

function TargetChoice({
  onChoose,
}: {
  readonly onChoose: (target: EditTarget) => void;
}): ReactElement {
  const { scenario } = useScenarioOnView();
  const values = useScenarioValues(scenario.id);
  const limit = scenario.envelope?.limitTiyn;
  return (
    <ValuePicker
      values={values.data}
      limitTiyn={limit}
      onChoose={(choosable) => {
        const target = targetOf(choosable, scenario);
        if (target !== undefined) onChoose(target);
      }}
    />
  );
}

/** The target of a chosen thing, with its own override where the scenario has one. */
function targetOf(
  { json, standing }: Choosable,
  { overrides, revision }: Pick<ScenarioDetail, "overrides" | "revision">,
): EditTarget | undefined {
  const cell = findCell(json);
  const live = overrides.find((each) => each.cell === cell);
  const said = live?.override ?? json;
  const override = findOverride(said);
  if (override === undefined || cell === undefined) return undefined;
  return {
    ...{ cell, json: said, override, isSaid: live !== undefined },
    seenAt: revision,
    standing: live === undefined ? standing : live.standing,
  };
}

function ChosenTarget({
  target,
  onChangeTarget,
}: {
  readonly target: EditTarget;
  readonly onChangeTarget?: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { partsOf, saidOf, unitOf } = useOverrideTexts();
  const { title, detail } = partsOf(target.override);
  return (
    <div className="edit-target">
      <div>
        <p className="edit-target-title">{title}</p>
        {detail === "" ? null : <p className="edit-target-detail">{detail}</p>}
        <p className="edit-target-standing">
          {t("scenario.edit.standing")}: <b>{saidOf(target.override, target.standing)}</b>{" "}
          {unitOf(target.override)}
        </p>
      </div>
      {onChangeTarget === undefined ? null : (
        <Button kind="quiet" onPress={onChangeTarget}>
          {t("scenario.edit.otherTarget")}
        </Button>
      )}
    </div>
  );
}

/** The fields of a chosen target; saving puts the edit into the queue and closes. */
function useEditForm(
  target: EditTarget | undefined,
  onClose: () => void,
): { readonly fields: ReactElement; readonly canSave: boolean; readonly save: () => void } {
  const { t } = useTranslation();
  const { words, queue } = useScenarioOnView();
  const { unitOf } = useOverrideTexts();
  const [lastReason, rememberReason] = useLastReason();
  const [typed, setTyped] = useState<string>();
  const [typedReason, setTypedReason] = useState<string>();
  const isFigure = target === undefined || isFigureOf(target.override);
  const before = target === undefined ? "" : textOf(target, words.language);
  const text = typed ?? before;
  const reason = typedReason ?? (target === undefined ? "" : reasonOf(target.json));
  const digits = isFigure ? findFigureDigits(text, words.language) : text;
  const isSame =
    target !== undefined && digits !== undefined && isSameFigure(digits, target.standing);
  const unit = target === undefined ? "" : unitOf(target.override);
  const error = (): string | undefined => {
    if (text.trim() === "") return undefined;
    if (digits === undefined) return t("scenario.edit.notFigure");
    return isSame ? t("scenario.edit.sameAsStanding") : undefined;
  };
  const save = (): void => {
    if (target === undefined || digits === undefined) return;
    const override = { ...withValue(target.json, digits), reason: reason.trim() };
    rememberReason(reason.trim());
    queue.add([{ cell: findCell(override) ?? target.cell, override }], target.seenAt);
    onClose();
  };
  const fields = (
    <>
      <TextField
        label={unit === "" ? t("scenario.edit.value") : t("scenario.edit.valueIn", { unit })}
        value={text}
        onChange={setTyped}
        inputMode="decimal"
        error={error()}
        isReadOnly={!isFigure}
        autoFocus
        isRequired
      />
      <TextField
        label={t("scenario.edit.reason")}
        value={reason}
        onChange={setTypedReason}
        rows={2}
        maxLength={REASON_LENGTH}
        description={t("scenario.edit.reasonNote")}
      />
      {lastReason === "" || lastReason === reason ? null : (
        <button type="button" className="link-button" onClick={() => setTypedReason(lastReason)}>
          {t("scenario.edit.lastReason", { reason: lastReason })}
        </button>
      )}
    </>
  );
  return { fields, canSave: target !== undefined && digits !== undefined && !isSame, save };
}

/** Figures are typed; a formula or a switch keeps its value here and changes its reason only. */
function isFigureOf({ kind }: Override): boolean {
  return kind === "parameter" || kind === "fact" || kind === "envelope";
}

function textOf(target: EditTarget, language: Language): string {
  if (!target.isSaid) return "";
  const said = saidValue(target.override) ?? "";
  return language === "en" || !isFigureOf(target.override) ? said : said.replace(".", ",");
}

/** The same override with another figure; the one that stands where it is no figure. */
function withValue(json: OverrideJson, digits: string): OverrideJson {
  if ("envelope" in json) return { ...json, envelope: digits };
  return "value" in json ? { ...json, value: digits } : json;
}
