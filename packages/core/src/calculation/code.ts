/** Expressions turned into functions: what the compiler hands from part to part. */
import type { Place } from "../kernel/index.ts";
import type { Expression, Formula } from "../methodology/index.ts";
import type { Ratio } from "../money/index.ts";
import type { CalculationPlan } from "./plan.ts";
import type { RunState, Slots, Value } from "./run-state.ts";

export type NumberCode = (slots: Slots, state: RunState) => Ratio;
export type TruthCode = (slots: Slots, state: RunState) => boolean;
/** A code of a list or a date. */
export type TextCode = (slots: Slots, state: RunState) => string;

/** Where the dimensions in scope lie, and on which day parameters are read. */
export type Layout = {
  readonly slots: ReadonlyMap<string, number>;
  readonly size: number;
  readonly valuesOn: Formula["valuesOn"];
  /** The formula, line or stage this is part of, and where its text stands, for issues. */
  readonly name: string;
  readonly place?: Place | undefined;
};

export type FormulaCode = (codes: readonly string[], state: RunState) => Value;

/** Every part compiles its operands through this. */
export type Compiler = {
  readonly plan: CalculationPlan;
  readonly number: (node: Expression, layout: Layout) => NumberCode;
  readonly truth: (node: Expression, layout: Layout) => TruthCode;
  readonly text: (node: Expression, layout: Layout) => TextCode;
  readonly formula: (id: string) => FormulaCode;
};

/**
 * The layout of a condition on attributes: no dimension can stand before an attribute of its name.
 */
export function attributesOnly(layout: Layout): Layout {
  return { ...layout, slots: new Map(), size: 0 };
}

/** The layout with more dimensions bound, each in a slot of its own. */
export function extendLayout(layout: Layout, dimensions: readonly string[]): Layout {
  const slots = new Map(layout.slots);
  dimensions.forEach((dimension, position) => {
    slots.set(dimension, layout.size + position);
  });
  return { ...layout, slots, size: layout.size + dimensions.length };
}
