/**
 * Where the explaining evaluator stands: codes in scope, the organisation at hand, and what it has
 * noted so far.
 */
import type { Expression, Formula } from "../methodology/index.ts";
import type { Organisation } from "../register/index.ts";
import type { CalculationRun } from "./calculate.ts";
import type { FactUse } from "./fact-use.ts";
import type { Value } from "./run-state.ts";
import type { TraceNode, TraceValue } from "./trace.ts";

export type ExplainScope = {
  readonly run: CalculationRun;
  readonly organisation: Organisation;
  readonly codes: ReadonlyMap<string, string>;
  readonly valuesOn: Formula["valuesOn"];
  /** What was found out of the expressions once and holds for every organisation. */
  readonly known: KnownOfExpressions;
  /** Nodes of the values read, in the order of the text. */
  readonly inputs: TraceNode[];
  /** What stands in the text for a node: its value, or the branch that was taken. */
  readonly shown: Map<Expression, TraceValue | Expression>;
};

/** Facts under each sum and units of parts, by the part. */
export type KnownOfExpressions = {
  readonly uses: Map<Expression, readonly FactUse[]>;
  readonly units: Map<Expression, string>;
  /** Formulas explained already for this organisation, by name and codes. */
  readonly formulas: Map<string, { readonly value: Value; readonly traced: TraceNode }>;
};

/** Evaluates one expression and notes what it read. */
export type Explainer = {
  readonly value: (node: Expression, scope: ExplainScope) => Value | string;
};

/** The same place with notes of its own. */
export function withNotes(
  scope: ExplainScope,
  codes: ReadonlyMap<string, string> = scope.codes,
): ExplainScope {
  return { ...scope, codes, inputs: [], shown: new Map() };
}
