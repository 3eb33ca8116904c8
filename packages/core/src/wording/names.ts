/** What codes, sources and definitions of a methodology are called, as far as a text needs it. */
import type { Label } from "../classification/index.ts";
import type { Methodology } from "../methodology/index.ts";

/** Names by code; a code that has none stays as it is written. */
export type Names = {
  /** The unit of money, which is written with at least two decimals. */
  readonly currency: string;
  readonly labelOfCode: (codeList: string, code: string) => Label | undefined;
  /** A code of whichever list has it, where a text names no list. */
  readonly labelOfAnyCode: (code: string) => Label | undefined;
  /** A formula, parameter, fact, attribute or dimension. */
  readonly labelOfName: (name: string) => Label | undefined;
  readonly labelOfFact: (fact: string) => Label | undefined;
  /** A source or note that the law's documents write in Russian. */
  readonly translationOf: (text: string) => Label | undefined;
};

/** The names that a methodology gives. */
export function namesOf(methodology: Methodology): Names {
  const { currency, codeLists, facts, formulas, parameters, attributes, translations } =
    methodology;
  return {
    currency,
    labelOfAnyCode: (code) =>
      [...codeLists.values()].flatMap(({ codes }) => codes.get(code)?.label ?? [])[0],
    labelOfName: (name) =>
      formulas.get(name)?.[0]?.label ??
      parameters.get(name)?.label ??
      facts.get(name)?.label ??
      attributes.get(name)?.label ??
      codeLists.get(name)?.label,
    labelOfCode: (codeList, code) => codeLists.get(codeList)?.codes.get(code)?.label,
    labelOfFact: (fact) => facts.get(fact)?.label,
    translationOf: (text) => translations.get(text),
  };
}
