/**
 * Expressions bound to the rows of a register: every part becomes a figure at its own grain, and
 * is looked at from there.
 */
import type { Expression } from "../../methodology/index.ts";
import type { CalculationPlan } from "../plan.ts";
import type { BoundRegister } from "./bound-register.ts";
import type { Domain, Projection, RowSharing } from "./domain.ts";
import type { FigureList, NumberInput, TruthInput } from "./figure.ts";
import type { Grain, GrainFinder } from "./grain.ts";
import type { Scope } from "./scope.ts";

/** What figures read of the law; a changed plan takes the place of the one before. */
export type Law = { plan: CalculationPlan };

export type Binder = {
  readonly law: Law;
  readonly register: BoundRegister;
  readonly figures: FigureList;
  readonly grainOf: GrainFinder;
  readonly city: Domain;
  /** The expression as rows of the domain see it. */
  readonly number: (node: Expression, scope: Scope, domain: Domain) => NumberInput;
  readonly truth: (node: Expression, scope: Scope, domain: Domain) => TruthInput;
  /** Rows with the same keys are one, whoever asked for them first. */
  readonly rows: RowSharing;
  /** The rows of a grain, and the way to them. */
  readonly project: (domain: Domain, grain: Grain) => Projection;
};
