/** What the register and the calculation warn of, each as a sentence with its place in the file. */
import type { IssueData } from "@zhanbasy/api/contract";
import { describeIssue, type Translate } from "@zhanbasy/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { ModalDialog } from "../../components/popover.tsx";

import { createCoreTranslate } from "../../i18n/texts.ts";
import { namesOfRun } from "../explanation/names-of-run.ts";
import type { WorkbookDialogProps } from "./assumed-dialog.tsx";
import { useWorkbook } from "./workbook-context.ts";
import "./dialogs.css";

/** Lists the warnings of the run on view. */
export function ChecksDialog({ isOpen, onClose }: WorkbookDialogProps): ReactElement {
  const { t } = useTranslation();
  const { run, names, language } = useWorkbook();
  const translate = createCoreTranslate(language);
  const words = namesOfRun(names);
  return (
    <ModalDialog
      title={t("checks.title")}
      closeLabel={t("frame.close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      {run.warnings.length === 0 ? <p className="dialog-lead">{t("checks.none")}</p> : null}
      <ul className="check-list">
        {run.warnings.map((warning) => (
          <li key={JSON.stringify(warning)} className="check">
            <Icon name="warning" />
            <div>
              <p>{describeIssue(warning, translate, language, words)}</p>
              <p className="check-place">{placeText(warning, translate)}</p>
            </div>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}

/** `file headcounts.csv, row 12`; nothing where a warning is about the whole. */
function placeText({ place }: IssueData, translate: Translate): string {
  return ["file", "sheet", "row"]
    .flatMap((part) => {
      const value = place[part];
      const isKnown = typeof value === "string" || typeof value === "number";
      return isKnown ? [translate(`place.${part}`, { [part]: value })] : [];
    })
    .join(", ");
}
