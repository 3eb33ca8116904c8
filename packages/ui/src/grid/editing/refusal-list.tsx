/**
 * What a sheet refused, over its lower part: each cell with its address and the reason. It is
 * shared by everything that enters values, and goes with the next change that is taken.
 */
import type { JSX, KeyboardEvent } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import type { SheetCell } from "../sheet.ts";
import type { SheetGridProps } from "../sheet-props.ts";
import type { EditRefusal } from "./edit-batch.ts";
import "./refusal-list.css";

/** What is refused and where the list leads. */
export type RefusalListProps = {
  readonly refusals: readonly EditRefusal[];
  readonly sheet: Pick<SheetGridProps, "columns" | "rows" | "total" | "searchedRows">;
  readonly onGo: (cell: SheetCell) => void;
  readonly onClose: () => void;
  /** Leaves the list without closing it. */
  readonly onLeave: () => void;
};

const MOST_SHOWN = 100;

/** Esc closes it, Shift+F6 goes back to the cells. */
export function RefusalList(props: RefusalListProps): JSX.Element {
  const { refusals, sheet, onGo, onClose, onLeave } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const shown = refusals.slice(0, MOST_SHOWN);
  const rowTitles = titlesOf(shown, sheet);
  const columnTitles = new Map(sheet.columns.map(({ id, title }) => [id, title]));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === "Escape") onClose();
    else if (event.code === "F6" && event.shiftKey) onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="refusal-list" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className="refusal-list-header">
        <Icon name="refused" />
        <h2 id={titleId} className="refusal-list-title">
          {t("grid.refusals.title", { count: refusals.length })}
        </h2>
        <Button kind="icon" label={t("frame.close")} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <ol className="refusal-list-rows">
        {shown.map(({ cell, reason }) => (
          <li key={`${cell.rowId}\n${cell.columnId}`}>
            <button type="button" className="refusal-list-row" onClick={() => onGo(cell)}>
              <span className="refusal-list-address">
                {rowTitles.get(cell.rowId) ?? cell.rowId}
                {", "}
                {columnTitles.get(cell.columnId) ?? cell.columnId}
              </span>{" "}
              <span>{reason}</span>
            </button>
          </li>
        ))}
      </ol>
      {refusals.length > MOST_SHOWN ? (
        <p className="refusal-list-rest">
          {t("grid.refusals.rest", { count: refusals.length - MOST_SHOWN })}
        </p>
      ) : null}
    </section>
  );
}

/** Names of the refused rows, also of those that are folded away. */
function titlesOf(
  refusals: readonly EditRefusal[],
  { rows, total, searchedRows = [] }: RefusalListProps["sheet"],
): ReadonlyMap<string, string> {
  const asked = new Set(refusals.map(({ cell }) => cell.rowId));
  const titles = new Map<string, string>();
  for (const row of [...searchedRows, ...rows.map((visible) => visible.row), total]) {
    if (asked.has(row.id)) titles.set(row.id, row.title);
  }
  return titles;
}
