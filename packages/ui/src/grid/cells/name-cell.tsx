/**
 * The name of a row: a group with its arrow and the number of its members, a member indented, a
 * triangle where a check says something of it.
 */
import type { ICellRendererParams } from "ag-grid-community";
import type { JSX } from "react";

import type { VisibleRow } from "../sheet.ts";
import { SheetArrow } from "./sheet-arrow.tsx";
import { WarningIcon } from "./sheet-icons.tsx";

/** The sheet hears presses of the arrow and the triangle; by keyboard Space folds. */
export function NameCell({ data }: ICellRendererParams<VisibleRow>): JSX.Element | null {
  if (data === undefined) return null;
  const { row, isOpen } = data;
  const [head, tail] = splitName(row.name);
  return (
    <span className={`sheet-name-cell sheet-level-${row.level}`} title={row.title}>
      {isOpen === null ? null : (
        <span className="sheet-fold" data-fold="">
          <SheetArrow isOpen={isOpen} />
        </span>
      )}
      <span className="sheet-name-text">{head}</span>
      {tail === "" ? null : <span className="sheet-name-tail">{tail}</span>}
      {row.note === null ? null : <span className="sheet-note">{row.note}</span>}
      {row.warning === undefined ? null : (
        <span className="sheet-warning" data-warning="" title={row.warning}>
          <WarningIcon />
        </span>
      )}
    </span>
  );
}

const NUMBER_AT_END = /(?:\s?№\s*|-)\d+$/u;

/** A number at the end tells names apart, so it is never the part that finds no room. */
export function splitName(name: string): readonly [head: string, tail: string] {
  const start = name.search(NUMBER_AT_END);
  return start <= 0 ? [name, ""] : [name.slice(0, start), name.slice(start)];
}
