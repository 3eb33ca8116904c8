/**
 * The sheets at the foot of the frame: which one is on view, and which hold edits that the person
 * has not seen. It knows no workbook, so that any page with sheets can stand on it.
 */
import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import "./sheet-tabs.css";

/** A sheet by its tab. */
export type SheetTab = {
  readonly id: string;
  readonly name: string;
  /** Whether it has changed since the person looked at it. */
  readonly isChanged?: boolean;
};

/** What the tabs are given. */
export type SheetTabsProps = {
  readonly sheets: readonly SheetTab[];
  /** The id of the sheet on view. */
  readonly open: string;
  readonly onOpen: (sheetId: string) => void;
  /** The id of the element that holds the sheet on view. */
  readonly controls: string;
};

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };
const EDGES: Readonly<Record<string, 0 | -1>> = { Home: 0, End: -1 };
const PAGES: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };

/**
 * Arrows, Home and End go from tab to tab, and round; Alt+PageUp and Alt+PageDown go from sheet to
 * sheet wherever the focus is, and stop at the first and the last.
 */
export function SheetTabs({ sheets, open, onOpen, controls }: SheetTabsProps): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const here = sheets.findIndex(({ id }) => id === open);
  useSheetKeys(controls, (step) => {
    const next = sheets[here + step];
    if (next === undefined) return false;
    // Before the next key is read: it belongs to the sheet that was asked for.
    flushSync(() => onOpen(next.id));
    return true;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = tabAfter(sheets, here, event);
    if (next === undefined) return;
    event.preventDefault();
    if (next.id === open) return;
    flushSync(() => onOpen(next.id));
    list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  };
  return (
    <div
      ref={list}
      className="sheet-tabs"
      role="tablist"
      aria-label={t("frame.sheets")}
      onKeyDown={onKeyDown}
    >
      {sheets.map((sheet) => (
        <Tab
          key={sheet.id}
          sheet={sheet}
          isOpen={sheet.id === open}
          controls={controls}
          onPress={() => onOpen(sheet.id)}
        />
      ))}
    </div>
  );
}

type TabProps = {
  readonly sheet: SheetTab;
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onPress: () => void;
};

/** The dot is said in words behind the name of the sheet. */
function Tab({ sheet, isOpen, controls, onPress }: TabProps): ReactElement {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="tab"
      className="sheet-tab"
      aria-selected={isOpen}
      aria-controls={isOpen ? controls : undefined}
      tabIndex={isOpen ? 0 : -1}
      onClick={onPress}
    >
      {sheet.name}
      {sheet.isChanged === true ? (
        <>
          {" "}
          <span className="sheet-tab-dot" title={t("frame.sheetChanged")} />
          <span className="visually-hidden">{t("frame.sheetChanged")}</span>
        </>
      ) : null}
    </button>
  );
}

/** The tab that a key in the list leads to; undefined for any other key. */
function tabAfter(
  sheets: readonly SheetTab[],
  here: number,
  { code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
): SheetTab | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  const step = STEPS[code];
  if (step !== undefined) return sheets[(here + step + sheets.length) % sheets.length];
  const edge = EDGES[code];
  return edge === undefined ? undefined : sheets.at(edge);
}

/** Whether a key leads to the next or the previous sheet; undefined where it is another's. */
export function findSheetStep(
  key: Pick<globalThis.KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
): 1 | -1 | undefined {
  const isHeld = key.altKey && !key.ctrlKey && !key.metaKey && !key.shiftKey;
  return isHeld ? PAGES[key.code] : undefined;
}

/** Listens on the whole page; who stood in the sheet stands in the next one. */
function useSheetKeys(controls: string, go: (step: 1 | -1) => boolean): void {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const step = findSheetStep(event);
    if (step === undefined || event.defaultPrevented) return;
    const isInside = document.getElementById(controls)?.contains(document.activeElement) === true;
    if (!go(step)) return;
    event.preventDefault();
    const sheet = document.getElementById(controls);
    if (isInside) sheet?.querySelector<HTMLElement>("[data-region-entry]")?.focus();
  });
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
