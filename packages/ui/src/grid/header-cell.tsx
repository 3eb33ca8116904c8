/** The text of a column's header; a column with parts has an arrow that opens them. */
import type { IHeaderParams } from "ag-grid-community";
import { createContext, type JSX, useContext, useEffect, useRef } from "react";

import type { SheetColumn } from "./sheet.ts";
import { SheetArrow } from "./sheet-arrow.tsx";

/** What headers share with the sheet: the active column, and how a column opens into its parts. */
export type SheetContextValue = {
  readonly activeColumnId: string;
  readonly togglePartsText: (header: string, isOpen: boolean) => string;
  readonly onPartsToggle: (columnId: string) => void;
};

/** Of the sheet around; null outside of one. */
export const SheetContext = createContext<SheetContextValue | null>(null);

type HeaderCellProps = IHeaderParams & { readonly sheetColumn?: SheetColumn };

/** A header in the colour of the accent while its column is active. */
export function HeaderCell({ displayName, sheetColumn }: HeaderCellProps): JSX.Element {
  const context = useContext(SheetContext);
  const column = sheetColumn;
  if (column === undefined || context === null)
    return <span className="sheet-header-text">{displayName}</span>;
  const isActive = column.id === context.activeColumnId;
  return (
    <>
      {column.parts === null ? null : (
        <PartsButton
          isOpen={column.parts === "open"}
          label={context.togglePartsText(column.title, column.parts === "open")}
          onPress={() => context.onPartsToggle(column.id)}
        />
      )}
      <span
        className={isActive ? "sheet-header-text sheet-header-active" : "sheet-header-text"}
        title={column.title}
      >
        {displayName}
      </span>
    </>
  );
}

/** The grid library sorts at a native click on the header, so the arrow keeps its own from it. */
function PartsButton(props: {
  readonly isOpen: boolean;
  readonly label: string;
  readonly onPress: () => void;
}): JSX.Element {
  const { isOpen, label, onPress } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = button.current;
    const press = (event: Event): void => {
      event.stopPropagation();
      onPress();
    };
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, [onPress]);
  return (
    <button
      ref={button}
      type="button"
      className="sheet-parts"
      tabIndex={-1}
      aria-label={label}
      aria-expanded={isOpen}
      title={label}
    >
      <SheetArrow isOpen={isOpen} />
    </button>
  );
}
