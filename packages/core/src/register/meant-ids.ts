/**
 * Ids that the rows of the register stand for, mistyped ones included.
 *
 * A row at fault is told once where it stands; its organisation is not called unknown elsewhere.
 */
import { BIN, findMeantBins } from "./bin.ts";
import { type IdScheme, idColumnsOf, idDecoder } from "./id-scheme.ts";
import type { RawTable } from "./raw-table.ts";

const SEPARATORS = /[\s'’.-]/g;

/**
 * For each row the ids it may mean: one when its id is right, several when it is mistyped, none
 * when nobody can say. A row that did not fit its columns means what any of its cells may mean.
 */
export function findMeantIds(
  tables: readonly RawTable[],
  scheme: IdScheme,
): readonly (readonly string[])[] {
  const idsOf = scheme === "bin" ? binsOf : codesOf;
  return tables.flatMap(({ columns, rows, brokenRows = [] }) => {
    const place = columns.indexOf(idColumnsOf(scheme).own);
    return [
      ...rows.map(({ cells }) => idsOf(cells[place] ?? "")),
      ...brokenRows.map(({ cells }) => cells.flatMap(idsOf)),
    ];
  });
}

function binsOf(cell: string): readonly string[] {
  const text = cell.replace(SEPARATORS, "");
  if (BIN.decode(text).ok) return [text];
  return /^\d+$/.test(text) ? findMeantBins(text) : [];
}

/** Of codes nobody can say what a mistyped one may have meant. */
function codesOf(cell: string): readonly string[] {
  const code = idDecoder("code").decode(cell.trim());
  return code.ok ? [code.value] : [];
}
