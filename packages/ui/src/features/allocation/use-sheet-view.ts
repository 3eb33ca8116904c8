/** How a person has arranged the sheet; remembered in this browser. */
import { useCallback, useState } from "react";

import type { SheetSort } from "../../grid/sheet.ts";

/** Open groups and tiers, hidden tiers, chosen widths in CSS pixels, the order. */
export type SheetView = {
  readonly openGroups: readonly string[];
  readonly openTiers: readonly string[];
  readonly hiddenTiers: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: SheetSort | null;
};

/** Groups folded, tiers whole, all on view, in the order of names. */
export const FIRST_VIEW: SheetView = {
  openGroups: [],
  openTiers: [],
  hiddenTiers: [],
  widths: {},
  sort: null,
};

const REMEMBERED = "zhanbasy.allocation.view";

/** The view and the way to change a part of it. */
export function useSheetView(): readonly [SheetView, (change: Partial<SheetView>) => void] {
  const [view, setView] = useState(() => readView(localStorage.getItem(REMEMBERED)));
  const change = useCallback((part: Partial<SheetView>) => {
    setView((before) => {
      const after = withSeenSort({ ...before, ...part });
      localStorage.setItem(REMEMBERED, JSON.stringify(after));
      return after;
    });
  }, []);
  return [view, change];
}

/** An order by a column that is not on view would be a riddle: it goes with its column. */
export function withSeenSort(view: SheetView): SheetView {
  const [kind, code = ""] = view.sort?.columnId.split(/[:/]/) ?? [];
  const isHidden = (kind === "tier" || kind === "line") && view.hiddenTiers.includes(code);
  const isClosed = kind === "line" && !view.openTiers.includes(code);
  return isHidden || isClosed ? { ...view, sort: null } : view;
}

/** A view as it was written; whatever cannot be read in it is as at first. */
export function readView(written: string | null): SheetView {
  const read = parse(written);
  return {
    openGroups: texts(read["openGroups"]),
    openTiers: texts(read["openTiers"]),
    hiddenTiers: texts(read["hiddenTiers"]),
    widths: widths(read["widths"]),
    sort: sort(read["sort"]),
  };
}

/** The list with an item added, or without it when it was there. */
export function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function parse(written: string | null): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(written ?? "{}"));
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function widths(value: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([id, width]) =>
      typeof width === "number" && width > 0 ? [[id, width]] : [],
    ),
  );
}

function sort(value: unknown): SheetSort | null {
  const { columnId, direction } = record(value);
  const isKnown = direction === "asc" || direction === "desc";
  return typeof columnId === "string" && isKnown ? { columnId, direction } : null;
}
