/** The columns of a sheet as a person has arranged them, remembered in this browser. */
import { useCallback, useState } from "react";

import { type ColumnLayout, readLayout } from "./column-layout.ts";

/** Whose layout it is, and of what sheet. */
export type LayoutOwner = { readonly personId: string; readonly sheetId: string };

/** The layout, and the way to another one made of the latest. */
export type KeptLayout = readonly [
  layout: ColumnLayout,
  change: (next: (before: ColumnLayout) => ColumnLayout) => void,
];

/** Another person, or another sheet, has another layout. */
export function useColumnLayout({ personId, sheetId }: LayoutOwner): KeptLayout {
  const key = `zhanbasy.columns.${personId}.${sheetId}`;
  const [kept, setKept] = useState(() => ({ key, layout: recall(key) }));
  const current = kept.key === key ? kept : { key, layout: recall(key) };
  if (current !== kept) setKept(current);
  const change = useCallback(
    (next: (before: ColumnLayout) => ColumnLayout) => {
      setKept((before) => {
        const layout = next(before.key === key ? before.layout : recall(key));
        remember(key, layout);
        return { key, layout };
      });
    },
    [key],
  );
  return [current.layout, change];
}

/** A browser that keeps nothing gives the first layout. */
function recall(key: string): ColumnLayout {
  return readLayout(attempt(() => localStorage.getItem(key)));
}

function remember(key: string, layout: ColumnLayout): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(layout)));
}

function attempt<Result>(access: () => Result): Result | null {
  try {
    return access();
  } catch {
    return null;
  }
}
