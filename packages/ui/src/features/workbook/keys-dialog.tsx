/** The list of keys, opened by ?. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { ModalDialog } from "../../components/popover.tsx";
import type { WorkbookDialogProps } from "./assumed-dialog.tsx";
import "./dialogs.css";

/** Combinations by the text that says what they do; keys of a combination are joined by a plus. */
const KEYS = [
  ["keys.move", ["← ↑ → ↓", "Ctrl + ← ↑ → ↓"]],
  ["keys.corners", ["Home", "End", "PageUp", "PageDown"]],
  ["keys.fold", ["Alt + Shift + ↓", "Alt + Shift + ↑"]],
  ["keys.toggle", ["Space"]],
  ["keys.copy", ["Ctrl + C"]],
  ["keys.units", ["Alt + 1", "Alt + 2", "Alt + 3"]],
  ["keys.panel", ["F4"]],
  ["keys.regions", ["F6", "Shift + F6"]],
  ["keys.escape", ["Esc"]],
  ["keys.list", ["?"]],
] as const;

/** Each key that works here with what it does. */
export function KeysDialog({ isOpen, onClose }: WorkbookDialogProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ModalDialog
      title={t("keys.title")}
      closeLabel={t("frame.close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <dl className="key-list">
        {KEYS.map(([text, combinations]) => (
          <div key={text} className="key-row">
            <dt>{t(text)}</dt>
            <dd>
              {combinations.map((combination) => (
                <kbd key={combination} className="key">
                  {combination}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  );
}
