/** The list of keys, opened by ?: what works on the sheet on view, by what it is for. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { ModalDialog } from "../../components/popover.tsx";
import type { WorkbookDialogProps } from "./assumed-dialog.tsx";
import { keysFor, type SheetAbility } from "./key-list.ts";
import { isMacos, writeCombinations } from "./key-names.ts";
import "./dialogs.css";
import "./keys-dialog.css";

/** The list of a sheet. */
export type KeysDialogProps = WorkbookDialogProps & {
  readonly abilities: ReadonlySet<SheetAbility>;
};

/** Each key that works here with what it does. */
export function KeysDialog({ isOpen, onClose, abilities }: KeysDialogProps): ReactElement {
  const { t } = useTranslation();
  const keyboard = { isMacos: isMacos(navigator), space: t("keys.space") };
  return (
    <ModalDialog
      title={t("keys.title")}
      closeLabel={t("frame.close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className="key-groups">
        {keysFor(abilities).map(({ id, keys }) => (
          <section key={id} className="key-group">
            <h3 className="key-group-title">{t(`keys.group.${id}`)}</h3>
            <dl>
              {keys.map(({ does, combinations }) => (
                <div key={does} className="key-row">
                  <dt>{t(`keys.does.${does}`)}</dt>
                  <dd>
                    {writeCombinations(combinations, keyboard).map((combination) => (
                      <kbd key={combination} className="key">
                        {combination}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
