/** What a person has unfolded in the sheet; remembered in this browser. */
import { useCallback, useState } from "react";

/** Open groups, and tiers that are opened into their lines. */
export type SheetView = {
  readonly openGroups: readonly string[];
  readonly openTiers: readonly string[];
};

/** Groups folded, tiers whole. */
export const FIRST_VIEW: SheetView = { openGroups: [], openTiers: [] };

/** The view of a person and the way to change a part of it. */
export function useSheetView(
  personId: string,
): readonly [SheetView, (change: Partial<SheetView>) => void] {
  const key = `zhanbasy.unfolded.${personId}.allocation`;
  const [view, setView] = useState(() => readView(localStorage.getItem(key)));
  const change = useCallback(
    (part: Partial<SheetView>) => {
      setView((before) => {
        const after = { ...before, ...part };
        localStorage.setItem(key, JSON.stringify(after));
        return after;
      });
    },
    [key],
  );
  return [view, change];
}

/** A view as it was written; whatever cannot be read in it is as at first. */
export function readView(written: string | null): SheetView {
  const read = parse(written);
  return { openGroups: texts(read["openGroups"]), openTiers: texts(read["openTiers"]) };
}

/** The list with an item added, or without it when it was there. */
export function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function parse(written: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(written ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
