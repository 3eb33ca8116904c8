/**
 * The text of a column's header, with what can be done to the column: an arrow that opens its
 * parts, one that orders the rows by it, and a lock where nothing can be entered.
 */
import type { IHeaderParams } from "ag-grid-community";
import { createContext, type JSX, useContext } from "react";

import type { SheetColumn, SheetSort } from "../sheet.ts";
import { SheetArrow } from "./sheet-arrow.tsx";
import { LockIcon, SortIcon } from "./sheet-icons.tsx";

/** What headers share with the sheet: the order of its rows, and the words of their buttons. */
export type SheetContextValue = {
  readonly sort: SheetSort | null;
  /** Whether the sheet takes input, so that columns without it are told apart. */
  readonly isInput: boolean;
  readonly togglePartsText: (header: string, isOpen: boolean) => string;
  readonly sortText: (header: string) => string;
};

/** Of the sheet around; null outside of one. */
export const SheetContext = createContext<SheetContextValue | null>(null);

type HeaderCellProps = IHeaderParams & { readonly sheetColumn?: SheetColumn };

/** The sheet hears the presses of the buttons by their attributes, before the grid library. */
export function HeaderCell({ displayName, sheetColumn }: HeaderCellProps): JSX.Element {
  const context = useContext(SheetContext);
  const column = sheetColumn;
  if (column === undefined || context === null)
    return <span className="sheet-header-text">{displayName}</span>;
  const direction = context.sort?.columnId === column.id ? context.sort.direction : null;
  return (
    <>
      {column.parts === null ? null : (
        <PartsButton
          columnId={column.id}
          isOpen={column.parts === "open"}
          label={context.togglePartsText(column.title, column.parts === "open")}
        />
      )}
      <span className="sheet-header-text" title={column.title}>
        {displayName}
      </span>
      {column.lock === undefined || !context.isInput ? null : (
        <span className="sheet-lock" role="img" aria-label={column.lock} title={column.lock}>
          <LockIcon />
        </span>
      )}
      <button
        type="button"
        className={direction === null ? "sheet-sort" : "sheet-sort sheet-sorted"}
        tabIndex={-1}
        data-sort={column.id}
        aria-label={context.sortText(column.title)}
        title={context.sortText(column.title)}
      >
        <SortIcon direction={direction} />
      </button>
    </>
  );
}

function PartsButton(props: {
  readonly columnId: string;
  readonly isOpen: boolean;
  readonly label: string;
}): JSX.Element {
  const { columnId, isOpen, label } = props;
  return (
    <button
      type="button"
      className="sheet-parts"
      tabIndex={-1}
      data-parts={columnId}
      aria-label={label}
      aria-expanded={isOpen}
      title={label}
    >
      <SheetArrow isOpen={isOpen} />
    </button>
  );
}
