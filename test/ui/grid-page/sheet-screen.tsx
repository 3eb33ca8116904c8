/** A sheet of the page with its toolbar; the layer stands on it as in the product. */
import { type JSX, useDeferredValue, useMemo, useState, useSyncExternalStore } from "react";

import { Notice } from "../../../packages/ui/src/components/notice.tsx";
import { SearchField } from "../../../packages/ui/src/components/search-field.tsx";
import {
  layOutColumns,
  shownSort,
  withColumnWidth,
  withOrder,
} from "../../../packages/ui/src/grid/columns/column-layout.ts";
import { ColumnsPopover } from "../../../packages/ui/src/grid/columns/columns-popover.tsx";
import { useColumnLayout } from "../../../packages/ui/src/grid/columns/use-column-layout.ts";
import type { EditHistory } from "../../../packages/ui/src/grid/history/edit-history.ts";
import { HistoryButtons } from "../../../packages/ui/src/grid/history/history-buttons.tsx";
import { FilterPills } from "../../../packages/ui/src/grid/rows/filter-pills.tsx";
import type { SheetCondition } from "../../../packages/ui/src/grid/rows/filter-rows.ts";
import { NAME_COLUMN } from "../../../packages/ui/src/grid/sheet.ts";
import { SheetGrid } from "../../../packages/ui/src/grid/sheet-grid.tsx";
import type { SheetGridProps, ShownEdits } from "../../../packages/ui/src/grid/sheet-props.ts";
import { useTouch } from "../../../packages/ui/src/grid/use-touch.ts";
import type { Language } from "../../../packages/ui/src/i18n/language.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import type { PageSheet } from "./page-sheet.ts";
import type { PageText } from "./page-texts.ts";
import { type SheetView, withActive } from "./sheet-view.ts";
import { useSheetRows } from "./use-sheet-rows.ts";

type SheetScreenProps = {
  readonly sheet: PageSheet;
  readonly view: SheetView;
  readonly onView: (change: Partial<SheetView>) => void;
  readonly history: EditHistory;
  readonly shown: ShownEdits | null;
  readonly onSelect: NonNullable<SheetGridProps["onSelect"]>;
  readonly language: Language;
  readonly text: PageText;
};

const PERSON = "somebody";

/** The toolbar, a notice where there is one, and the sheet. */
export function SheetScreen(props: SheetScreenProps): JSX.Element {
  const { sheet, view, onView, history, shown, onSelect, language, text } = props;
  const [isStale, setStale] = useState(false);
  const [isLocked, setLocked] = useState(false);
  const [layout, changeLayout] = useColumnLayout({ personId: PERSON, sheetId: sheet.id });
  const columns = useMemo(() => layOutColumns(sheet.columns, layout), [sheet, layout]);
  const sort = useMemo(() => shownSort(sheet.columns, layout), [sheet, layout]);
  const revision = useSyncExternalStore(sheet.store.subscribe, sheet.store.revision);
  const conditions = useConditions(view);
  const { openGroups } = view;
  const rows = useSheetRows(sheet, { sort, conditions, openGroups, language });
  const isTouch = useTouch();
  const isReadOnly = sheet.isReadOnly === true;
  return (
    <>
      <section
        className="grid-page-toolbar"
        data-region="toolbar"
        aria-label={texts.t("frame.toolbar")}
      >
        <SearchField
          label={text("search")}
          hint={text("search")}
          clearLabel={text("searchClear")}
          value={view.query}
          onChange={(query) => onView({ query })}
        />
        <FilterPills
          columns={sheet.columns}
          conditions={view.conditions}
          onChange={(next) => onView({ conditions: next })}
        />
        <span className="grid-page-space" />
        <Check label={text("stale")} isOn={isStale} onChange={setStale} />
        {isReadOnly ? null : <Check label={text("lock")} isOn={isLocked} onChange={setLocked} />}
        <ColumnsPopover columns={sheet.columns} layout={layout} onLayout={changeLayout} />
        <HistoryButtons history={history} isLocked={isLocked} />
      </section>
      <div className="grid-page-notices">
        {isStale ? <Notice kind="warning" title={text("staleNotice")} /> : null}
        {isLocked ? <Notice kind="info" title={text("lockReason")} /> : null}
      </div>
      <div id="grid-page-sheet" className="grid-page-sheet" data-region="grid" role="tabpanel">
        <SheetGrid
          label={sheet.name}
          columns={columns}
          rows={rows.rows}
          total={rows.total}
          fullRowCount={rows.fullRowCount}
          searchedRows={rows.searched}
          revision={revision}
          isStale={isStale}
          active={view.active}
          arrangement={conditions.length === 0 ? "" : JSON.stringify(conditions, plain)}
          sort={sort}
          isTouch={isTouch}
          {...(isReadOnly
            ? {}
            : {
                editing: {
                  ...{ sheetId: sheet.id, lock: isLocked ? text("lockReason") : null, shown },
                  ...{ apply: history.apply, undo: history.undo, redo: history.redo },
                },
              })}
          onActivate={(active) => onView(withActive(sheet, view, active))}
          onSelect={onSelect}
          onFold={(id, isOpen) => onView({ openGroups: toggled(openGroups, id, isOpen) })}
          onFoldAll={(isOpen) => onView({ openGroups: new Set(isOpen ? groupIds(sheet) : []) })}
          onSort={(next) => changeLayout((before) => ({ ...before, sort: next }))}
          onPartsToggle={() => undefined}
          onResize={(id, width) => changeLayout((before) => withColumnWidth(before, id, width))}
          onOrder={(ids) => changeLayout((before) => withOrder(sheet.columns, before, ids))}
        />
      </div>
    </>
  );
}

/** The words searched for are one more condition, a moment behind the typing. */
function useConditions({ query, conditions }: SheetView): readonly SheetCondition[] {
  const typed = useDeferredValue(query.trim());
  return useMemo(
    () =>
      typed === ""
        ? conditions
        : [...conditions, { columnId: NAME_COLUMN, operator: "contains", text: typed }],
    [typed, conditions],
  );
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}` : value;
}

function Check(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <label className="grid-page-check">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      {props.label}
    </label>
  );
}

function toggled(open: ReadonlySet<string>, id: string, isOpen: boolean): ReadonlySet<string> {
  const next = new Set(open);
  if (isOpen) next.add(id);
  else next.delete(id);
  return next;
}

function groupIds({ tree }: PageSheet): readonly string[] {
  return tree.groups.flatMap(({ row }) => (row === null ? [] : [row.id]));
}
