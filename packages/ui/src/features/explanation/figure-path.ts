/** The way from the whole of a row down to a figure: what a part is a part of. */
import type { RunColumns } from "@zhanbasy/api/contract";

import type { FigureColumnId } from "../workbook/workbook-context.ts";

/** The columns above one, the widest first: a line stands in its tier, a tier in the total. */
export function columnsAbove(
  columnId: FigureColumnId,
  { lines }: Pick<RunColumns, "lines">,
): readonly FigureColumnId[] {
  if (columnId.startsWith("tier:")) return ["total"];
  const own = lines.find(({ line }) => columnId === `line:${line}`);
  if (own === undefined) return [];
  // A tier of one line says nothing that the line does not.
  const hasOthers = lines.some(({ line, tier }) => tier === own.tier && line !== own.line);
  return hasOthers ? ["total", `tier:${own.tier}`] : ["total"];
}
