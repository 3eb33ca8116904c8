/** The words of a methodology as the server sent them, for core's wording functions. */

import type { MethodologyNames } from "@zhanbasy/api/contract";
import type { Label, Names } from "@zhanbasy/core";

/** The names of what a run's methodology speaks of. */
export function namesOfRun(names: MethodologyNames): Names {
  const { codeLists, formulas, parameters, facts, attributes, dimensions } = names;
  const { tables, mappings, rates, lines, stages, units } = names;
  return {
    currency: names.currency,
    labelOfCode: (list, code) => codeLists[list]?.[code],
    labelOfAnyCode: (code) =>
      Object.values(codeLists).flatMap((codes): readonly Label[] => {
        const label = codes[code];
        return label === undefined ? [] : [label];
      })[0],
    labelOfName: (name) =>
      formulas[name] ??
      parameters[name] ??
      facts[name] ??
      attributes[name] ??
      tables[name] ??
      mappings[name] ??
      rates[name] ??
      lines[name] ??
      dimensions[name],
    labelOfStage: (stage) => stages[stage],
    labelOfFact: (fact) => facts[fact],
    labelOfUnit: (unit, isOne) => units[unit]?.[isOne ? "one" : "many"],
    translationOf: (text) => names.translations[text],
  };
}
