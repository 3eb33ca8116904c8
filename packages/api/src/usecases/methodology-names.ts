/** What the codes, values and rules of a methodology are called. */
import type { Label, Methodology } from "@zhanbasy/core";
import type { MethodologyNames } from "../contract.ts";

/** All its names in three languages, by their ids. */
export function methodologyNames(methodology: Methodology): MethodologyNames {
  const { codeLists, budgetCodes, parameters, formulas, facts, attributes } = methodology;
  return {
    currency: methodology.currency,
    codeLists: Object.fromEntries(
      [...codeLists].map(([id, { codes }]) => [id, labelsOf(codes, ({ label }) => label)]),
    ),
    dimensions: labelsOf(codeLists, ({ label }) => label),
    budgetCodes: Object.fromEntries(budgetCodes),
    parameters: labelsOf(parameters, ({ label }) => label),
    // Wordings of one formula may be called differently; the latest name stands.
    formulas: labelsOf(formulas, (wordings) => wordings.at(-1)?.label),
    facts: labelsOf(facts, ({ label }) => label),
    attributes: labelsOf(attributes, ({ label }) => label),
    translations: Object.fromEntries(methodology.translations),
  };
}

function labelsOf<Value>(
  values: ReadonlyMap<string, Value>,
  labelOf: (value: Value) => Label | undefined,
): Readonly<Record<string, Label>> {
  return Object.fromEntries(
    [...values].flatMap(([id, value]) => {
      const label = labelOf(value);
      return label === undefined ? [] : [[id, pick(label)]];
    }),
  );
}

/** The three texts, without whatever else a document keeps beside them. */
function pick({ ru, kk, en }: Label): Label {
  return { ru, kk, en };
}
