/** What makes two scenarios the same scenario: that no figure under them can differ. */
import {
  type CalculationInputs,
  effectsOf,
  type Scenario,
  type ScenarioEffects,
} from "../scenario/index.ts";
import { canonicalMethodology, canonicalRegister } from "./canonical-inputs.ts";
import { hashOf } from "./hash.ts";

/** The hashes of law and register, which take long to make: whoever asks often keeps them. */
export type InputsIdentity = { readonly register: string; readonly methodology: string };

export function identifyInputs({ methodology, snapshot }: CalculationInputs): InputsIdentity {
  return {
    register: hashOf(canonicalRegister(snapshot)),
    methodology: hashOf(canonicalMethodology(methodology)),
  };
}

/**
 * The hash of register, law, dates and of what the scenario makes different in them. It does not
 * depend on names, reasons and authors, on the order of what is said of different things, on
 * whether a parent or the child says it, or on how digits are written.
 */
export function identifyScenario(inputs: CalculationInputs, scenario: Scenario): string {
  return identifyEffects(identifyInputs(inputs), inputs.asOf, effectsOf(inputs, scenario));
}

/** The same where law and register were identified and the overrides were laid over them. */
export function identifyEffects(
  identity: InputsIdentity,
  { budgetYear, knownOn }: CalculationInputs["asOf"],
  { effects, unfit }: ScenarioEffects,
): string {
  return hashOf({
    ...identity,
    budgetYear,
    knownOn,
    effects: effects.map(({ target, values }) => [
      target,
      ...values.map(({ from, value }) => [from ?? null, value]),
    ]),
    unfit: unfit.length === 0 ? undefined : unfit,
  });
}
