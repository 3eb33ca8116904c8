/** What the codes, values and rules of a methodology are called. */
import type { Label, Methodology } from "@zhanbasy/core";
import type { MethodologyNames } from "../contract.ts";

/** All its names in three languages, by their ids. */
export function methodologyNames(methodology: Methodology): MethodologyNames {
  const { codeLists, budgetCodes, parameters, formulas, facts, attributes } = methodology;
  const { tables, mappings, lines, stages, units } = methodology;
  const rates = stages.flatMap((stage) => (stage.kind === "solve" ? stage.rates : []));
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
    tables: labelsOf(tables, ({ label }) => label),
    mappings: labelsOf(mappings, ({ label }) => label),
    rates: labelsOf(byId(rates), ({ label }) => label),
    lines: labelsOf(byId(lines), ({ label }) => label),
    stages: labelsOf(byId(stages), ({ label }) => label),
    units: Object.fromEntries(
      [...units].map(([id, { many, one }]) => [id, { many: pick(many), one: pick(one) }]),
    ),
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

function byId<Value extends { readonly id: string }>(
  values: readonly Value[],
): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [value.id, value]));
}

/** The three texts, without whatever else a document keeps beside them. */
function pick({ ru, kk, en }: Label): Label {
  return { ru, kk, en };
}
