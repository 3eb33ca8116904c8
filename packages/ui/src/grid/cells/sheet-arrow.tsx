/** The arrow of what folds: to the right when closed, down when open. */
import type { JSX } from "react";

/** Drawn in the text's colour; it says nothing to a screen reader, its row or button does. */
export function SheetArrow({ isOpen }: { readonly isOpen: boolean }): JSX.Element {
  return (
    <svg className="sheet-arrow" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={isOpen ? "M4 6.5 8 10.5 12 6.5" : "M6.5 4 10.5 8 6.5 12"}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
