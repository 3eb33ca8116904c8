/** Whether a register can be read by a law that it was not written for. */
import type { CalculationPlan, RegisterColumns } from "../calculation/index.ts";
import { type Issue, issue } from "../kernel/index.ts";
import type { Methodology } from "../methodology/index.ts";
import { findDecimal } from "../money/index.ts";
import { type AttributeDefinition, factIndex } from "../register/index.ts";
import { findCalendarDate } from "../time/index.ts";

/**
 * Codes of organisations and of their counts that the lists of the law do not have, and attributes
 * that are no number or day where the law wants one.
 */
export function findForeignWords(
  { methodology }: CalculationPlan,
  { organisations, facts }: RegisterColumns,
): readonly Issue[] {
  const attributes = [...organisations.attributes].flatMap(([id, { texts }]) => {
    const type = methodology.attributes.get(id)?.type;
    return type === undefined ? [] : foreignTexts(methodology, type, texts, id);
  });
  const cells = [...facts].flatMap(([id, { codes }]) => {
    const fact = methodology.facts.get(id);
    const dimensions = fact === undefined ? [] : factIndex(fact);
    return dimensions.flatMap((dimension, place) =>
      unknownCodes(methodology, dimension, codes[place]?.texts ?? [], id),
    );
  });
  return [...attributes, ...cells];
}

function foreignTexts(
  methodology: Methodology,
  type: AttributeDefinition["type"],
  texts: readonly string[],
  column: string,
): readonly Issue[] {
  switch (type.kind) {
    case "code":
      return unknownCodes(methodology, type.codeList, texts, column);
    case "codes": {
      const codes = texts.flatMap((text) => text.split(";"));
      return unknownCodes(methodology, type.codeList, codes, column);
    }
    case "number":
      return texts
        .filter((value) => findDecimal(value) === undefined)
        .map((value) => issue("number-malformed", { column }, { value }));
    case "date":
      return texts
        .filter((value) => findCalendarDate(value) === undefined)
        .map((value) => issue("date-malformed", { column }, { value }));
    case "group":
      return [];
  }
}

function unknownCodes(
  { codeLists }: Methodology,
  list: string,
  texts: readonly string[],
  column: string,
): readonly Issue[] {
  const codes = codeLists.get(list)?.codes;
  if (codes === undefined) return [];
  const expected = [...codes.keys()].join(", ");
  return [...new Set(texts)]
    .filter((value) => value !== "" && !codes.has(value))
    .map((value) => issue("code-unknown", { column }, { value, expected }));
}
