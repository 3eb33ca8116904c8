/**
 * The dictionary sheet: sections of rows, each with words and, in its last written cell, their
 * code.
 */
import { fold } from "./cell.ts";
import type { RawSheet } from "./raw-table.ts";
import type { WorkbookLayout } from "./register-rules.ts";
import type { DictionaryWord } from "./vocabulary.ts";

/** The words of the dictionary sheet; none when there is no such sheet. */
export function readDictionary(
  sheets: readonly RawSheet[],
  layout: WorkbookLayout,
): readonly DictionaryWord[] {
  const name = fold(layout.dictionarySheet ?? "");
  const sheet = sheets.find((each) => name !== "" && fold(each.sheet) === name);
  return (sheet?.rows ?? []).flatMap((cells) => {
    const written = cells.map((cell) => cell?.text.trim() ?? "").filter((text) => text !== "");
    const code = written.at(-1) ?? "";
    return written.slice(0, -1).map((word) => ({ word, code }));
  });
}
