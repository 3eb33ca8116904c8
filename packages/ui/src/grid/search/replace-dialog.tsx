/** What would be replaced, cell by cell, before anything is: all that is ticked, or nothing. */
import { type JSX, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import { formatCount } from "../../format/count.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatContent, isWordColumn } from "../cells/cell-content.ts";
import type { CellEdit } from "../editing/edit-batch.ts";
import { faultText } from "../reading/read-fault.ts";
import type { Replacement, ReplacementPlan } from "./plan-replacement.ts";

/** The plan, and what follows from it. */
export type ReplaceDialogProps = {
  /** What is looked for, as it was typed. */
  readonly text: string;
  readonly plan: ReplacementPlan;
  readonly onApply: (edits: readonly CellEdit[]) => void;
  readonly onClose: () => void;
};

/** More would be read by nobody; those refused come first. */
const MOST_SHOWN = 200;

/** Cells that would refuse their new text stop the whole until the person leaves them out. */
export function ReplaceDialog({ text, plan, onApply, onClose }: ReplaceDialogProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [left, setLeft] = useState<ReadonlySet<Replacement>>(new Set());
  const refused = plan.replacements.filter(({ result }) => "fault" in result);
  const taken = plan.replacements.filter((replacement) => !left.has(replacement));
  const edits = taken.flatMap(({ result }) => ("edit" in result ? [result.edit] : []));
  const blocking = taken.length - edits.length;
  const counted = (key: string, count: number): string =>
    t(`grid.replace.${key}`, { count, written: formatCount(count, language) });
  return (
    <ModalDialog
      title={t("grid.replace.title", { text })}
      closeLabel={t("grid.replace.close")}
      isOpen
      isDismissable={false}
      onClose={onClose}
    >
      {plan.replacements.length === 0 ? (
        <p>{t("grid.replace.nothing")}</p>
      ) : (
        <ReplacementTable
          replacements={inOrder(plan.replacements)}
          left={left}
          onToggle={(replacement) => setLeft(toggled(left, replacement))}
        />
      )}
      {plan.computedCount === 0 ? null : (
        <p className="replace-note">{counted("computed", plan.computedCount)}</p>
      )}
      {plan.shownOnlyCount === 0 ? null : (
        <p className="replace-note">{counted("shownOnly", plan.shownOnlyCount)}</p>
      )}
      {blocking === 0 ? null : (
        <div className="replace-blocked">
          <p role="status">{counted("blocked", blocking)}</p>
          <Button onPress={() => setLeft(new Set([...left, ...refused]))}>
            {t("grid.replace.leave")}
          </Button>
        </div>
      )}
      {plan.replacements.length === 0 ? null : (
        <Button
          kind="primary"
          isDisabled={blocking > 0 || edits.length === 0}
          onPress={() => onApply(edits)}
        >
          {counted("all", edits.length)}
        </Button>
      )}
    </ModalDialog>
  );
}

type ReplacementTableProps = {
  readonly replacements: readonly Replacement[];
  readonly left: ReadonlySet<Replacement>;
  readonly onToggle: (replacement: Replacement) => void;
};

function ReplacementTable({ replacements, left, onToggle }: ReplacementTableProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const more = replacements.length - MOST_SHOWN;
  return (
    <>
      <table className="replace-table" aria-label={t("grid.replace.list")}>
        <thead>
          <tr>
            <th scope="col">{t("grid.replace.cell")}</th>
            <th scope="col">{t("grid.replace.before")}</th>
            <th scope="col">{t("grid.replace.after")}</th>
          </tr>
        </thead>
        <tbody>
          {replacements.slice(0, MOST_SHOWN).map((replacement) => {
            const { row, column, result } = replacement;
            const address = [row.number, row.name, column.title]
              .filter((part) => part !== null)
              .join(" · ");
            return (
              <tr key={`${row.id} ${column.id}`}>
                <th scope="row">
                  <label className="replace-address">
                    <input
                      type="checkbox"
                      aria-label={t("grid.replace.take", { cell: address })}
                      checked={!left.has(replacement)}
                      onChange={() => onToggle(replacement)}
                    />
                    {address}
                  </label>
                </th>
                <td>{formatContent(row, column) ?? column.absent}</td>
                <td>
                  {afterText(replacement) ?? t("grid.replace.empty")}
                  {"fault" in result ? (
                    <span className="replace-fault">
                      {t("grid.replace.refused", { reason: faultText(t, result.fault) })}
                    </span>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more <= 0 ? null : (
        <p className="replace-note">
          {t("grid.replace.more", { count: more, written: formatCount(more, language) })}
        </p>
      )}
    </>
  );
}

/** As the cell would show it; what is refused stays as it would be read. */
function afterText({ column, after, result }: Replacement): string | null {
  if ("fault" in result) return after;
  const value = result.edit.after;
  if (value === null) return null;
  if (typeof value === "string") return value;
  return isWordColumn(column) ? after : column.format(value);
}

function inOrder(replacements: readonly Replacement[]): readonly Replacement[] {
  const isRefused = ({ result }: Replacement): boolean => "fault" in result;
  return [
    ...replacements.filter(isRefused),
    ...replacements.filter((replacement) => !isRefused(replacement)),
  ];
}

function toggled(set: ReadonlySet<Replacement>, item: Replacement): ReadonlySet<Replacement> {
  return new Set(set.has(item) ? [...set].filter((other) => other !== item) : [...set, item]);
}
