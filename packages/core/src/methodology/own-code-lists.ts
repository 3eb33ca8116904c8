/**
 * Code lists that every methodology has by itself: its lines and its budget codes.
 *
 * They follow from other definitions, so they are no part of what a document says or of a hash.
 */
import type { CodeList, CodeLists, Label } from "../classification/index.ts";
import { issue } from "../kernel/index.ts";
import type { Definitions, Reporter } from "./definitions.ts";
import { BUDGET_CODE_DIMENSION, LINE_DIMENSION } from "./stage.ts";

/** Names that no document may give to a code list, each with what it stands for. */
export const OWN_DIMENSIONS: ReadonlyMap<string, "line" | "budgetCode"> = new Map([
  [LINE_DIMENSION, "line"],
  [BUDGET_CODE_DIMENSION, "budgetCode"],
]);

/** The lists of the documents, then those that follow from lines and budget codes. */
export function addOwnCodeLists(
  codeLists: CodeLists,
  { section }: Pick<Definitions, "section">,
  report: Reporter,
): CodeLists {
  for (const { value, place } of section("codeLists")) {
    const kind = OWN_DIMENSIONS.get(value.codeList);
    if (kind !== undefined) report(issue("name-reserved", place, { name: value.codeList, kind }));
  }
  const lines = section("lines").map(({ value: { line, label } }) => [line, label] as const);
  const budgetCodes = section("budgetCodes").map(({ value: { budgetCode, label } }) => {
    return [budgetCode, label] as const;
  });
  return new Map([
    ...codeLists,
    [LINE_DIMENSION, ownList(LINE_DIMENSION, lines)],
    [BUDGET_CODE_DIMENSION, ownList(BUDGET_CODE_DIMENSION, budgetCodes)],
  ]);
}

function ownList(id: string, labels: readonly (readonly [code: string, label: Label])[]): CodeList {
  const codes = new Map(
    labels.map(([code, label]) => [code, { code, label, words: [], properties: {} }]),
  );
  return { id, label: { ru: id, kk: id, en: id }, codes };
}
