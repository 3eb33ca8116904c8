/** A scenario as the document that is kept of it. */
import { formatTenge } from "../money/index.ts";
import { type Override, overridesOf, type Scenario } from "./scenario.ts";
import {
  type EnvelopeDocument,
  type FactDocument,
  type FormulaDocument,
  type ParameterDocument,
  SCENARIO_VERSION,
  type SignedDocument,
  type SwitchDocument,
} from "./scenario-schema.ts";

/**
 * What `parseScenario` reads as the same scenario: beside the document of its parent, where that is
 * named, or with all that its parents say written into it.
 */
export function scenarioDocument(scenario: Scenario, parentName: string | undefined): unknown {
  const { name, overrides } = scenario;
  const own = parentName === undefined ? overridesOf(scenario) : overrides;
  return {
    formatVersion: SCENARIO_VERSION,
    scenario: name,
    ...(parentName === undefined ? {} : { parent: parentName }),
    overrides: own.map(overrideDocument),
  };
}

type OverrideDocument =
  | ParameterDocument
  | FactDocument
  | FormulaDocument
  | SwitchDocument
  | EnvelopeDocument;

/** One override as a member of such a document. */
export function overrideDocument(override: Override): OverrideDocument {
  const signed = signatureOf(override);
  switch (override.kind) {
    case "parameter": {
      const { parameter, validFrom, validTo, value } = override;
      const from = validFrom === undefined ? {} : { validFrom };
      const to = validTo === undefined ? {} : { validTo };
      return { parameter, ...keyOf(override), ...from, ...to, value, ...signed };
    }
    case "fact": {
      const { fact, organisationId: organisation, value = null } = override;
      return { fact, organisation, ...keyOf(override), value, ...signed };
    }
    case "formula": {
      const { formula, expression } = override;
      const isLong = expression.includes("\n");
      return { formula, expression: isLong ? expression.split("\n") : expression, ...signed };
    }
    case "switch":
      return { switch: override.stage, on: override.isOn, ...signed };
    case "envelope": {
      const { scope, amount } = override;
      const member = scope.by === "city" ? {} : { [scope.by]: scope.member };
      return { envelope: formatTenge(amount), ...member, ...signed };
    }
  }
}

function keyOf({ key }: { readonly key: ReadonlyMap<string, string> }) {
  return key.size === 0 ? {} : { key: Object.fromEntries(key) };
}

function signatureOf({ reason, author, madeAt }: Override): SignedDocument {
  return {
    reason,
    ...(author === undefined ? {} : { author }),
    ...(madeAt === undefined ? {} : { madeAt }),
  };
}
