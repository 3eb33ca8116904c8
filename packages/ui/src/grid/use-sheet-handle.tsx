/** Puts together what the parts of the grid layer share, and speaks and marks for them. */
import type { GridApi } from "ag-grid-community";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { paintCells } from "./cells/paint-cells.ts";
import type { EditRefusal } from "./editing/edit-batch.ts";
import { createSpeaker, LiveRegion, type Speaker } from "./live-region.tsx";
import { linkOwner, type OwnerLink } from "./owner-link.ts";
import { runAction } from "./run-action.ts";
import { focusCell } from "./selection/focus-cell.ts";
import { createSelectionStore, type SelectionStore, selectPlace } from "./selection/selection.ts";
import type { VisibleRow } from "./sheet.ts";
import type { SheetHandle } from "./sheet-handle.ts";
import type { SheetPart } from "./sheet-part.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import { buildTable, type SheetTable } from "./sheet-table.ts";

/** The handle, what it stands on, and the place where it speaks. */
export type HeldSheet = {
  readonly handle: SheetHandle;
  readonly link: OwnerLink;
  /** The parts that are asked at keys; the sheet puts in what it has put together. */
  readonly parts: RefObject<readonly SheetPart[]>;
  readonly live: ReactNode;
};

/** The handle stays the same for the life of the sheet. */
export function useSheetHandle(props: SheetGridProps, api: GridApi<VisibleRow> | null): HeldSheet {
  const root = useRef<HTMLDivElement>(null);
  const parts = useRef<readonly SheetPart[]>([]);
  const latest = useLatest(props);
  const latestApi = useLatest(api);
  const latestTable = useLatest(useTable(props));
  const [refusals, setRefusals] = useState<readonly EditRefusal[]>([]);
  const latestRefusals = useLatest(refusals);
  const held = useMemo(() => {
    const table = (): SheetTable => latestTable.current;
    const first = table().placeOf(latest.current.active) ?? undefined;
    const selection = createSelectionStore(first);
    const link = linkOwner(latest, table, selection);
    const speaker = createSpeaker();
    const refuse = (next: readonly EditRefusal[]): void => {
      latestRefusals.current = next;
      setRefusals(next);
      handle.paint();
    };
    const ways = waysOf({ selection, link, speaker, table, api: () => latestApi.current });
    const handle: SheetHandle = {
      ...ways,
      root,
      selection,
      props: () => latest.current,
      run: (action) => runAction(action, handle, parts.current),
      refuse,
      refusals: () => latestRefusals.current,
      paint: () => paintCells(handle, "all"),
    };
    return { handle, link, speaker };
  }, [latest, latestApi, latestTable, latestRefusals]);
  const { handle, link, speaker } = held;
  useEffect(() => {
    link.tell();
    return link.end;
  }, [link]);
  return { handle, link, parts, live: <LiveRegion speaker={speaker} /> };
}

type Ground = {
  readonly selection: SelectionStore;
  readonly link: OwnerLink;
  readonly speaker: Speaker;
  readonly table: () => SheetTable;
  readonly api: () => GridApi<VisibleRow> | null;
};

type Ways = Pick<SheetHandle, "api" | "table" | "activeCell" | "tell" | "goTo" | "focus" | "say">;

function waysOf({ selection, link, speaker, table, api }: Ground): Ways {
  const focus = (): void => {
    const ready = api();
    if (ready !== null) focusCell(ready, link.activeCell());
  };
  return {
    api,
    table,
    activeCell: link.activeCell,
    tell: link.tell,
    goTo: (cell) => {
      const place = table().placeOf(cell);
      if (place === null) {
        link.awaitCell(cell);
        return;
      }
      selection.set(selectPlace(place));
      link.tell();
      focus();
    },
    focus,
    say: speaker.say,
  };
}

/** The table of what is on view; its order lasts as long as that is the same. */
function useTable({ columns, rows, total }: SheetGridProps): SheetTable {
  const before = useRef<SheetTable | null>(null);
  return useMemo(() => {
    before.current = buildTable(columns, rows, total, before.current);
    return before.current;
  }, [columns, rows, total]);
}

/** Read by listeners; set while rendering, because cells below are drawn before effects run. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
