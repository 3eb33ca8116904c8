/** What stands in place of what was found, and the way to see it before anything is done. */
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { formatCount } from "../../format/count.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { CellEdit } from "../editing/edit-batch.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { planReplacement, type ReplacementPlan } from "./plan-replacement.ts";
import { ReplaceDialog } from "./replace-dialog.tsx";
import { runFirstSlice } from "./run-in-slices.ts";
import type { Search } from "./use-found-cells.ts";

type ReplaceRowProps = {
  readonly handle: SheetHandle;
  readonly search: Search;
  /** What is looked for, as it was typed. */
  readonly text: string;
};

/** A sheet without inputs, or one that is locked, says so in place of the field. */
export function ReplaceRow({ handle, search, text }: ReplaceRowProps): JSX.Element {
  const { t } = useTranslation();
  const { editing } = handle.props();
  const lock = editing === undefined ? t("grid.replace.nowhere") : editing.lock;
  if (lock !== null) {
    return (
      <div className="find-row">
        <p className="find-lock">{lock}</p>
      </div>
    );
  }
  return <ReplaceField handle={handle} search={search} text={text} />;
}

function ReplaceField({ handle, search, text }: ReplaceRowProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [replacement, setReplacement] = useState("");
  const [plan, setPlan] = useState<ReplacementPlan | null>(null);
  const planning = useRef<() => void>(() => undefined);
  useEffect(() => () => planning.current(), []);
  const { found, needles, isCounted } = search;
  const isReady = isCounted && found !== null && needles.texts.length > 0;
  const preview = (): void => {
    if (!isReady) return;
    planning.current();
    planning.current = runFirstSlice(planReplacement(found, { needles, replacement }), setPlan);
  };
  const apply = (edits: readonly CellEdit[]): void => {
    const { editing } = handle.props();
    setPlan(null);
    if (editing === undefined) return;
    const { sheetId } = editing;
    const refusals = editing.apply({ sheetId, kind: "replace", edits });
    handle.refuse(refusals);
    if (refusals.length > 0) return;
    const count = edits.length;
    handle.say(t("grid.replace.done", { count, written: formatCount(count, language) }), "polite");
  };
  return (
    <div className="find-row">
      <span className="find-field">
        <input
          type="text"
          className="find-input"
          aria-label={t("grid.replace.with")}
          placeholder={t("grid.replace.with")}
          value={replacement}
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => setReplacement(currentTarget.value)}
          onKeyDown={(event) => onEnter(event, preview)}
        />
      </span>
      <Button onPress={preview} isDisabled={!isReady}>
        {t("grid.replace.preview")}
      </Button>
      {plan === null ? null : (
        <ReplaceDialog text={text} plan={plan} onApply={apply} onClose={() => setPlan(null)} />
      )}
    </div>
  );
}

function onEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  event.preventDefault();
  act();
}
