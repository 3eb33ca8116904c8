/** The buttons of a toolbar that take edits back and do them again. */
import { type JSX, useState } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import type { EditRefusal } from "../editing/edit-batch.ts";
import type { BatchWords, EditHistory } from "./edit-history.ts";
import { batchText, type HistoryStep, outcomeText } from "./step-history.ts";
import { useEditHistory } from "./use-edit-history.ts";

import "./history-buttons.css";

const KEYS: Readonly<Record<HistoryStep, string>> = { undo: "Ctrl+Z", redo: "Ctrl+Y" };

/** What was done is said; what was refused goes to the owner, who knows the sheet on view. */
export function HistoryButtons(props: {
  readonly history: EditHistory;
  /** Why nothing may be edited now; then both are off. */
  readonly isLocked?: boolean;
  readonly onRefused?: (refusals: readonly EditRefusal[]) => void;
}): JSX.Element {
  const { history, isLocked = false, onRefused } = props;
  const { t } = useTranslation();
  const state = useEditHistory(history);
  const [said, setSaid] = useState("");
  const step = (name: HistoryStep): void => {
    const outcome = history[name]();
    setSaid(outcomeText(outcome, name, t));
    if (outcome.kind === "refused") onRefused?.(outcome.refusals);
  };
  return (
    <>
      {(["undo", "redo"] as const).map((name) => (
        <StepButton
          key={name}
          name={name}
          words={isLocked ? null : state[name]}
          onPress={() => step(name)}
        />
      ))}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}

function StepButton(props: {
  readonly name: HistoryStep;
  readonly words: BatchWords | null;
  readonly onPress: () => void;
}): JSX.Element {
  const { name, words, onPress } = props;
  const { t } = useTranslation();
  const label = t(`grid.history.${name}`);
  const what =
    words === null ? label : t(`grid.history.${name}What`, { what: batchText(words, t) });
  return (
    <TooltipTrigger delay={400}>
      <Button kind="icon" label={label} isDisabled={words === null} onPress={onPress}>
        <Icon name={name} />
      </Button>
      <Tooltip className="history-tooltip" offset={6}>
        {what} <kbd>{keysOf(name)}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}

/** As they are on the keyboard in front of the person. */
function keysOf(name: HistoryStep): string {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  if (!isMac) return KEYS[name];
  return name === "undo" ? "⌘Z" : "⇧⌘Z";
}
