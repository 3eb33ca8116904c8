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
  /** A formula, parameter, fact, attribute, table, mapping, rate, line or dimension. */
  readonly labelOfName: (name: string) => Label | undefined;
  readonly labelOfStage: (stage: string) => Label | undefined;
  readonly labelOfFact: (fact: string) => Label | undefined;
  /** The methodology's own word for a unit: for one and behind a slash, or for many. */
  readonly labelOfUnit: (unit: string, isOne: boolean) => Label | undefined;
  /** A source, note or case that the law's documents write in one language, mostly Russian. */
  readonly translationOf: (text: string) => Label | undefined;
};

/** The names that a methodology gives. */
export function namesOf(methodology: Methodology): Names {
  const { currency, codeLists, facts, formulas, parameters, attributes } = methodology;
  const { tables, mappings, lines, stages, units, translations } = methodology;
  const rates = stages.flatMap((stage) => (stage.kind === "solve" ? stage.rates : []));
  const found = (of: readonly { readonly id: string; readonly label: Label }[], id: string) =>
    of.find((each) => each.id === id)?.label;
  return {
    currency,
    labelOfAnyCode: (code) =>
      [...codeLists.values()].flatMap(({ codes }) => codes.get(code)?.label ?? [])[0],
    labelOfName: (name) =>
      formulas.get(name)?.[0]?.label ??
      parameters.get(name)?.label ??
      facts.get(name)?.label ??
      attributes.get(name)?.label ??
      tables.get(name)?.label ??
      mappings.get(name)?.label ??
      found(rates, name) ??
      found(lines, name) ??
      codeLists.get(name)?.label,
    labelOfStage: (stage) => found(stages, stage),
    labelOfCode: (codeList, code) => codeLists.get(codeList)?.codes.get(code)?.label,
    labelOfFact: (fact) => facts.get(fact)?.label,
    labelOfUnit: (unit, isOne) => units.get(unit)?.[isOne ? "one" : "many"],
    translationOf: (text) => translations.get(text),
  };
}
