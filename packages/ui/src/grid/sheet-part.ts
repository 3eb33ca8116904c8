/** A part of the grid layer as the sheet puts it together: what it does at keys, what it draws. */
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode } from "react";

import type { SheetAction } from "./sheet-keys.ts";

/** Editing, the clipboard and the search are parts; each is asked in turn. */
export type SheetPart = {
  /** Does what the action asks and returns true, or false where it is another part's. */
  readonly run: (action: SheetAction) => boolean;
  /** Keys that are no action, such as letters typed into a cell; true where it was taken. */
  readonly type?: (event: KeyboardEvent) => boolean;
  /** The main button goes down, before it selects anything; true where it was taken. */
  readonly press?: (event: MouseEvent) => boolean;
  readonly copy?: (event: ClipboardEvent) => void;
  readonly cut?: (event: ClipboardEvent) => void;
  readonly paste?: (event: ClipboardEvent) => void;
  /** Drawn over the sheet: an open editor, a bar, a list of refusals, a question. */
  readonly element: ReactNode;
};
