/** The page: sheets of an invented city over one history, with their tabs at the foot. */
import { type JSX, useMemo, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

import { useFrameKeys } from "../../../packages/ui/src/features/workbook/frame-keys.ts";
import { SheetTabs } from "../../../packages/ui/src/features/workbook/sheet-tabs.tsx";
import { isWordColumn } from "../../../packages/ui/src/grid/cells/cell-content.ts";
import type { EditBatch } from "../../../packages/ui/src/grid/editing/edit-batch.ts";
import { createEditHistory } from "../../../packages/ui/src/grid/history/edit-history.ts";
import {
  SelectionStatus,
  type SelectionStatusProps,
} from "../../../packages/ui/src/grid/selection/selection-status.tsx";
import type { ShownEdits } from "../../../packages/ui/src/grid/sheet-props.ts";
import { generateCity } from "./city-records.ts";
import { normRecords } from "./norm-records.ts";
import { normSheet } from "./norm-sheet.ts";
import { PageBar } from "./page-bar.tsx";
import type { PageOptions, PageSheetId } from "./page-options.ts";
import type { PageSheet } from "./page-sheet.ts";
import { type PageText, pageText } from "./page-texts.ts";
import { planSheet } from "./plan-sheet.ts";
import { rollSheet } from "./roll-sheet.ts";
import { SheetScreen } from "./sheet-screen.tsx";
import { firstView, type SheetView, unfolded } from "./sheet-view.ts";

type Selected = Pick<SelectionStatusProps, "selection" | "table">;
type Views = Readonly<Record<string, SheetView>>;

/** The page has regions to go round, and neither a panel nor a list of keys. */
const FRAME = { togglePanel: () => undefined, openKeys: () => undefined };

/** Everything is kept while the page is open, and gone after it. */
export function GridPage({ options }: { readonly options: PageOptions }): JSX.Element {
  const text = useMemo(() => pageText(options.language), [options]);
  const sheets = useMemo(() => buildSheets(options), [options]);
  const [open, setOpen] = useState<PageSheetId>(options.sheets[0] ?? "roll");
  const [views, setViews] = useState<Views>(() =>
    Object.fromEntries(sheets.map((sheet) => [sheet.id, firstView(sheet, options.isOpen)])),
  );
  const [shown, setShown] = useState<ShownEdits | null>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const history = useMemo(
    () =>
      createEditHistory({
        apply: (batch) => sheetOf(sheets, batch)?.store.apply(batch) ?? [],
        reveal: (batch) => {
          const sheet = sheetOf(sheets, batch);
          if (sheet === undefined) return;
          const isInside = sheetElement()?.contains(document.activeElement) === true;
          flushSync(() => {
            setOpen(sheet.id);
            setViews((before) => revealed(before, sheet, batch));
            setShown({ batch });
          });
          if (isInside) keepInside();
        },
      }),
    [sheets],
  );
  useFrameKeys(FRAME);
  const sheet = sheets.find(({ id }) => id === open);
  const view = views[open];
  if (sheet === undefined || view === undefined) throw new Error("there is no such sheet");
  return (
    <main className="grid-page" aria-label={text("page")}>
      <PageBar options={options} text={text} />
      <SheetScreen
        key={sheet.id}
        sheet={sheet}
        view={view}
        onView={(change) =>
          setViews((before) => ({ ...before, [open]: { ...(before[open] ?? view), ...change } }))
        }
        history={history}
        onSelect={(selection, table) => setSelected({ selection, table })}
        language={options.language}
        shown={shown?.batch.sheetId === sheet.id ? shown : null}
        text={text}
      />
      <footer className="grid-page-foot" data-region="tabs">
        <Tabs
          sheets={sheets}
          open={open}
          onOpen={(id) => {
            setOpen(id);
            setSelected(null);
          }}
        />
        <div className="grid-page-status">
          {selected === null ? null : <Status sheet={sheet} selected={selected} />}
          {isFiltered(view) ? <WholeCity sheet={sheet} text={text} /> : null}
        </div>
      </footer>
    </main>
  );
}

/** A figure that was edited is told as it is now. */
function Status({
  sheet: { store },
  selected,
}: {
  readonly sheet: PageSheet;
  readonly selected: Selected;
}): JSX.Element {
  const revision = useSyncExternalStore(store.subscribe, store.revision);
  return <SelectionStatus {...selected} revision={revision} />;
}

function sheetElement(): HTMLElement | null {
  return document.getElementById("grid-page-sheet");
}

/** Who stood in the sheet stands in the one that took its place: the next key may come at once. */
function keepInside(): void {
  if (sheetElement()?.contains(document.activeElement) === true) return;
  sheetElement()?.querySelector<HTMLElement>("[data-region-entry]")?.focus();
}

/** With a filter on, the total of the sheet tells what is left; this is all of it. */
function WholeCity({
  sheet: { columns, tree, store },
  text,
}: {
  readonly sheet: PageSheet;
  readonly text: PageText;
}): JSX.Element | null {
  useSyncExternalStore(store.subscribe, store.revision);
  const column = columns.find(({ id }) => id === "amount");
  const amount = tree.total.valueIn("amount");
  if (column === undefined || isWordColumn(column) || amount === null) return null;
  return (
    <span className="selection-status">
      {text("whole")} <strong>{`${column.format(amount)}\u202F₸`}</strong>
    </span>
  );
}

function isFiltered({ query, conditions }: SheetView): boolean {
  return query.trim() !== "" || conditions.length > 0;
}

function Tabs(props: {
  readonly sheets: readonly PageSheet[];
  readonly open: PageSheetId;
  readonly onOpen: (id: PageSheetId) => void;
}): JSX.Element {
  const { sheets, open, onOpen } = props;
  const changed = useSyncExternalStore(
    (listener) => {
      const ends = sheets.map(({ store }) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    () => sheets.flatMap(({ id, store }) => (store.isChanged() ? [id] : [])).join(" "),
  );
  return (
    <SheetTabs
      sheets={sheets.map(({ id, name }) => ({
        ...{ id, name, isChanged: changed.split(" ").includes(id) },
      }))}
      open={open}
      onOpen={(id) => {
        const sheet = sheets.find((other) => other.id === id);
        if (sheet !== undefined) onOpen(sheet.id);
      }}
      controls="grid-page-sheet"
    />
  );
}

function buildSheets({ sheets, rows, columns, language }: PageOptions): readonly PageSheet[] {
  const source = { language, text: pageText(language) };
  const roll = rollSheet(generateCity(rows), source, columns);
  const build: Readonly<Record<PageSheetId, () => PageSheet>> = {
    roll: () => roll,
    norms: () => normSheet(normRecords(), source),
    plan: () => planSheet(roll, source),
  };
  return sheets.map((id) => build[id]());
}

function sheetOf(sheets: readonly PageSheet[], { sheetId }: EditBatch): PageSheet | undefined {
  return sheets.find(({ id }) => id === sheetId);
}

/** The rows of the batch are unfolded, a search that would hide them is ended. */
function revealed(views: Views, sheet: PageSheet, { edits }: EditBatch): Views {
  const view = views[sheet.id];
  const [first] = edits;
  if (view === undefined || first === undefined) return views;
  const rowIds = new Set(edits.map(({ cell }) => cell.rowId));
  const next = { ...unfolded(sheet, view, rowIds), active: first.cell, query: "", conditions: [] };
  return { ...views, [sheet.id]: next };
}
