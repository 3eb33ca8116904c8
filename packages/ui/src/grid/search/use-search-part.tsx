/** Finds, replaces, and goes to a place. */
import { useMemo, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import type { Language } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { isSinglePlace } from "../selection/selection.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetPart } from "../sheet-part.ts";
import { FindBar } from "./find-bar.tsx";
import { findNextCell, type SearchDirection } from "./find-cells.ts";
import { GoToDialog } from "./go-to-dialog.tsx";
import { runFirstSlice } from "./run-in-slices.ts";
import { createSearchStore, type SearchStore } from "./search-store.ts";
import { needlesOf } from "./search-text.ts";
import { searchedSheet } from "./searched-sheet.ts";

/** The bar is for finding and replacing; without it F3 goes on with what was looked for last. */
export function useSearchPart(handle: SheetHandle): SheetPart {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const store = useMemo(createSearchStore, []);
  const search = useRef<() => void>(() => undefined);
  const isBarOpen = useSyncExternalStore(store.subscribe, () => store.get().bar !== "closed");
  const isGoToOpen = useSyncExternalStore(store.subscribe, () => store.get().isGoToOpen);
  const goOn = (direction: SearchDirection): void => {
    if (store.get().text.trim() === "") {
      openBar(handle, store, "find");
      return;
    }
    search.current();
    search.current = goToNext(handle, store, { direction, language }, () =>
      handle.say(t("grid.find.none"), "polite"),
    );
  };
  return {
    run: ({ kind }) => {
      if (kind === "find" || kind === "replace") openBar(handle, store, kind);
      else if (kind === "find-next") goOn("next");
      else if (kind === "find-previous") goOn("previous");
      else if (kind === "go-to") store.change({ isGoToOpen: true });
      else return false;
      return true;
    },
    element: (
      <>
        {isBarOpen ? <FindBar handle={handle} store={store} /> : null}
        {isGoToOpen ? <GoToDialog handle={handle} store={store} /> : null}
      </>
    ),
  };
}

/** A range that is selected bounds the search, until the person lets it go. */
function openBar(handle: SheetHandle, store: SearchStore, bar: "find" | "replace"): void {
  const selection = handle.selection.get();
  const scope = isSinglePlace(selection) ? null : { selection, table: handle.table() };
  store.change({ bar, scope, isScoped: scope !== null, asked: store.get().asked + 1 });
}

type NextSearch = { readonly direction: SearchDirection; readonly language: Language };

/** Goes to the next cell from the active one. Returns the function that stops the search. */
function goToNext(
  handle: SheetHandle,
  store: SearchStore,
  { direction, language }: NextSearch,
  onNone: () => void,
): () => void {
  const { text, isWhole } = store.get();
  const sheet = searchedSheet(handle.props(), language, null);
  const needles = needlesOf(text, isWhole, language);
  return runFirstSlice(findNextCell(sheet, needles, handle.activeCell(), direction), (cell) => {
    if (cell === null) onNone();
    else handle.goTo(cell);
  });
}
