/**
 * The bar of the search at the upper right of a sheet. The focus stays in it while the active cell
 * goes from match to match; Esc gives the focus to the cell that was found.
 */
import {
  type JSX,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { CheckField } from "../../components/check-field.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatCount } from "../../format/count.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { speakContent } from "../cells/cell-content.ts";
import { showCell } from "../selection/focus-cell.ts";
import { selectPlace } from "../selection/selection.ts";
import type { SheetCell } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { findSheetAction } from "../sheet-keys.ts";
import { findNextCell, positionIn, type SearchDirection } from "./find-cells.ts";
import { FindField } from "./find-field.tsx";
import { ReplaceRow } from "./replace-row.tsx";
import { runFirstSlice } from "./run-in-slices.ts";
import type { SearchStore } from "./search-store.ts";
import { type Search, useFoundCells } from "./use-found-cells.ts";

import "./find-bar.css";

/** The sheet that is looked through, and what is looked for. */
export type FindBarProps = { readonly handle: SheetHandle; readonly store: SearchStore };

/** Long enough that typing does not interrupt itself. */
const SAID_AFTER_MS = 700;

/** It moves to the foot of the sheet when it would cover the cell that was found. */
export function FindBar({ handle, store }: FindBarProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const search = useFoundCells(handle.props(), state, language);
  const root = useRef<HTMLDivElement>(null);
  const [isLow, setLow] = useState(false);
  const going = useRef<() => void>(() => undefined);
  const count = useCountText(handle, search);
  useCountSaid(handle, search, count.said);
  const go = (direction: SearchDirection): void => {
    if (search.needles.texts.length === 0) return;
    going.current();
    const steps = findNextCell(search.sheet, search.needles, handle.activeCell(), direction);
    going.current = runFirstSlice(steps, (cell) => {
      if (cell === null) return;
      show(handle, cell);
      handle.say(count.told(cell), "polite");
      requestAnimationFrame(() => {
        if (coversActive(root.current, handle)) setLow((before) => !before);
      });
    });
  };
  const close = (): void => {
    store.change({ bar: "closed" });
    handle.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: old browsers do not know the element
    <div
      ref={root}
      className={isLow ? "find-bar find-bar-low" : "find-bar"}
      role="search"
      aria-label={t("grid.find.label")}
      onKeyDown={(event) => onKey(event, { go, close, store })}
    >
      <div className="find-row">
        <FindField
          label={t("grid.find.what")}
          hint={t("grid.find.hint")}
          value={state.text}
          asked={state.asked}
          onChange={(text) => store.change({ text })}
          onEnter={go}
        />
        <span className="find-count">{count.text}</span>
        <Button kind="icon" label={t("grid.find.previous")} onPress={() => go("previous")}>
          <Icon name="chevron-up" />
        </Button>
        <Button kind="icon" label={t("grid.find.next")} onPress={() => go("next")}>
          <Icon name="chevron-down" />
        </Button>
        {state.bar === "replace" ? null : (
          <Button
            kind="icon"
            label={t("grid.replace.open")}
            onPress={() => store.change({ bar: "replace" })}
          >
            <Icon name="replace" />
          </Button>
        )}
        <Button kind="icon" label={t("grid.find.close")} onPress={close}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="find-row find-choices">
        <CheckField
          label={t("grid.find.whole")}
          isChecked={state.isWhole}
          onChange={(isWhole) => store.change({ isWhole })}
        />
        {state.scope === null ? null : (
          <CheckField
            label={t("grid.find.scope")}
            isChecked={state.isScoped}
            onChange={(isScoped) => store.change({ isScoped })}
          />
        )}
      </div>
      {state.bar === "replace" ? (
        <ReplaceRow handle={handle} search={search} text={state.text} />
      ) : null}
    </div>
  );
}

type BarActions = {
  readonly go: (direction: SearchDirection) => void;
  readonly close: () => void;
  readonly store: SearchStore;
};

/** The keys of the search are the same in the bar as in the sheet. */
function onKey(event: KeyboardEvent, { go, close, store }: BarActions): void {
  // A dialog of the bar stands elsewhere on the page; its keys are its own.
  if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
  const kind = event.code === "Escape" ? "close" : findSheetAction(event)?.kind;
  if (kind === "close") close();
  else if (kind === "find-next") go("next");
  else if (kind === "find-previous") go("previous");
  else if (kind === "find" || kind === "replace") {
    store.change({ bar: kind, asked: store.get().asked + 1 });
  } else if (kind === "go-to") store.change({ isGoToOpen: true });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The cell becomes the active one without the focus; its owner unfolds what it stands in. */
function show(handle: SheetHandle, cell: SheetCell): void {
  handle.tell();
  const active = handle.activeCell();
  const isActive = active.rowId === cell.rowId && active.columnId === cell.columnId;
  if (!isActive) {
    handle.props().onActivate(cell);
    return;
  }
  const place = handle.table().placeOf(cell);
  const api = handle.api();
  if (place !== null) handle.selection.set(selectPlace(place));
  if (api !== null) showCell(api, cell);
}

type CountText = {
  readonly text: string;
  /** For those who hear it: how many there are, once they are counted. */
  readonly said: string;
  /** The place and the words of a cell that the search has gone to. */
  readonly told: (cell: SheetCell) => string;
};

function useCountText(handle: SheetHandle, { found, needles, isCounted }: Search): CountText {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const all = found?.places.length ?? 0;
  const isAsked = needles.texts.length > 0;
  const count = formatCount(all, language);
  const placeOf = (cell: SheetCell): string => {
    const position = found === null ? -1 : positionIn(found, cell);
    return position < 0
      ? count
      : t("grid.find.place", { position: formatCount(position + 1, language), count });
  };
  const text = all === 0 ? t("grid.find.none") : placeOf(handle.props().active);
  const said = all === 0 ? text : t("grid.find.counted", { count: all, written: count });
  return {
    text: isAsked && found !== null ? text : "",
    said: isAsked && isCounted ? said : "",
    told: (cell) => {
      const words = wordsOf(handle, cell);
      return isCounted ? t("grid.find.spoken", { place: placeOf(cell), cell: words }) : words;
    },
  };
}

/** Said when the typing has come to rest. */
function useCountSaid(handle: SheetHandle, { isCounted }: Search, said: string): void {
  useEffect(() => {
    if (!isCounted || said === "") return;
    const timer = setTimeout(() => handle.say(said, "polite"), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [handle, isCounted, said]);
}

/** `Школа № 488, Основная 5–9, 731 136 тысяч тенге`, also of a row that is folded away. */
function wordsOf(handle: SheetHandle, { rowId, columnId }: SheetCell): string {
  const { searchedRows = [], rows, total, columns } = handle.props();
  const row = [...searchedRows, total].find(({ id }) => id === rowId);
  const known = row ?? rows.find((visible) => visible.row.id === rowId)?.row;
  const column = columns.find(({ id }) => id === columnId);
  if (known === undefined || column === undefined) return "";
  if (column.kind === "name") return known.title;
  return [known.name, column.title, speakContent(known, column) ?? column.absent].join(", ");
}

/** Whether the bar lies over the active cell. */
function coversActive(bar: HTMLElement | null, handle: SheetHandle): boolean {
  const { rowId, columnId } = handle.activeCell();
  const row = handle.root.current?.querySelectorAll(`[row-id="${CSS.escape(rowId)}"]`) ?? [];
  const cell = [...row].flatMap((part) => [
    ...part.querySelectorAll(`[col-id="${CSS.escape(columnId)}"]`),
  ])[0];
  if (bar === null || cell === undefined) return false;
  const [ours, theirs] = [bar.getBoundingClientRect(), cell.getBoundingClientRect()];
  return (
    ours.left < theirs.right &&
    ours.right > theirs.left &&
    ours.top < theirs.bottom &&
    ours.bottom > theirs.top
  );
}
