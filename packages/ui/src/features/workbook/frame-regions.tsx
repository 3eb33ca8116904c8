/**
 * The parts of the frame that a sheet fills: its toolbar, its body, and its words in the status
 * line at the foot. F6 goes from part to part.
 */
import { createContext, type ReactElement, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";

/** The parts in the order of F6. */
export const REGIONS = ["strip", "formula-bar", "toolbar", "grid", "panel", "tabs"] as const;

/** The element of the status line; the frame gives it. */
export const StatusLineContext = createContext<HTMLElement | null>(null);

type Filled = { readonly children: ReactNode };

/** The row of controls above a sheet. */
export function SheetToolbar({ children }: Filled): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="frame-toolbar" data-region="toolbar" aria-label={t("frame.toolbar")}>
      {children}
    </section>
  );
}

/** The sheet itself. */
export function SheetBody({ children }: Filled): ReactElement {
  return (
    <main className="frame-sheet" data-region="grid" id="sheet" tabIndex={-1}>
      {children}
    </main>
  );
}

/** Words of the sheet in the line at the foot of the frame: the exact value of the active cell. */
export function StatusLine({ children }: Filled): ReactNode {
  const place = useContext(StatusLineContext);
  return place === null ? null : createPortal(children, place);
}
