/** What makes two scenarios the same scenario: that no figure under them can differ. */
import { type CalculationInputs, effectsOf, type Scenario } from "../scenario/index.ts";
import { canonicalMethodology, canonicalRegister } from "./canonical-inputs.ts";
import { hashOf } from "./hash.ts";

/**
 * The hash of register, law, dates and of what the scenario makes different in them. It does not
 * depend on names, reasons and authors, on the order of what is said of different things, on
 * whether a parent or the child says it, or on how digits are written.
 */
export function identifyScenario(inputs: CalculationInputs, scenario: Scenario): string {
  const { methodology, snapshot, asOf } = inputs;
  const { effects, unfit } = effectsOf(inputs, scenario);
  return hashOf({
    register: hashOf(canonicalRegister(snapshot)),
    methodology: hashOf(canonicalMethodology(methodology)),
    budgetYear: asOf.budgetYear,
    knownOn: asOf.knownOn,
    effects: effects.map(({ target, values }) => [
      target,
      ...values.map(({ from, value }) => [from ?? null, value]),
    ]),
    unfit: unfit.length === 0 ? undefined : unfit,
  });
}
