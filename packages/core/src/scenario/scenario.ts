/**
 * A scenario: what somebody would have different, said on top of a parent, in order, with reasons.
 *
 * Scenario
 *   parent      the scenario it stands on; none where it stands on the law and the register
 *   overrides   one thing each; a later one of the same thing holds
 * Nothing below a scenario is ever changed by it.
 */

import type { Place } from "../kernel/index.ts";
import type { Methodology } from "../methodology/index.ts";
import type { Tiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import type { AsOf, CalendarDate } from "../time/index.ts";

/** What a calculation is made of. */
export type CalculationInputs = {
  readonly methodology: Methodology;
  readonly snapshot: RegisterSnapshot;
  readonly asOf: AsOf;
};

export type Scenario = {
  /** What people call it. */
  readonly name: string;
  readonly parent: Scenario | undefined;
  readonly overrides: readonly Override[];
};

/** Whose money is meant: everybody's, or that of one member of a way of adding up. */
export type Scope = { readonly by: "city" } | { readonly by: ScopeKind; readonly member: string };

/** The ways of adding up in which one member can be meant. */
export const SCOPE_KINDS = ["tier", "district", "budgetCode", "organisation"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

type Signed = {
  readonly reason: string;
  readonly author: string | undefined;
  /** When it was made, as written. */
  readonly madeAt: string | undefined;
  readonly place: Place;
};

/** Which value of a parameter is meant. */
export type ParameterTarget = {
  readonly parameter: string;
  /** Codes by dimension; a dimension that is left out holds for all its codes, as in the law. */
  readonly key: ReadonlyMap<string, string>;
  /**
   * The days on which it holds; without them the whole budget year, where one value of the key
   * stands all through it.
   */
  readonly validFrom: CalendarDate | undefined;
  readonly validTo: CalendarDate | undefined;
};

export type ParameterOverride = Signed &
  ParameterTarget & { readonly kind: "parameter"; readonly value: string };

/** One cell of a fact of an organisation: another value, or no cell at all. */
export type FactOverride = Signed & {
  readonly kind: "fact";
  readonly organisationId: string;
  readonly fact: string;
  /** Codes by dimension of the fact's index, its period among them. */
  readonly key: ReadonlyMap<string, string>;
  readonly value: string | undefined;
};

export type FormulaOverride = Signed & {
  readonly kind: "formula";
  readonly formula: string;
  readonly expression: string;
};

/** A stage turned on or off. */
export type SwitchOverride = Signed & {
  readonly kind: "switch";
  readonly stage: string;
  readonly isOn: boolean;
};

/** A limit that changes no line: headroom or deficit is told against it. */
export type EnvelopeOverride = Signed & {
  readonly kind: "envelope";
  readonly scope: Scope;
  readonly amount: Tiyn;
};

export type Override =
  | ParameterOverride
  | FactOverride
  | FormulaOverride
  | SwitchOverride
  | EnvelopeOverride;

/** All overrides of a scenario and of those it stands on, the oldest first. */
export function overridesOf({ parent, overrides }: Scenario): readonly Override[] {
  return parent === undefined ? overrides : [...overridesOf(parent), ...overrides];
}
