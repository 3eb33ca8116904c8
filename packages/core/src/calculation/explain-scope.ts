/**
 * Where the explaining evaluator stands: codes in scope, the organisation at hand, and what it has
 * noted so far.
 */
import { present } from "../kernel/index.ts";
import {
  describeUnit,
  type Expression,
  type Formula,
  MONTH_DIMENSION,
  signaturesOf,
} from "../methodology/index.ts";
import type { Ratio, Tiyn } from "../money/index.ts";
import type { Organisation, RegisterSnapshot } from "../register/index.ts";
import type { CalendarDate } from "../time/index.ts";
import type { CalculationRun } from "./calculate.ts";
import type { Choice } from "./choices.ts";
import type { FactUse } from "./fact-use.ts";
import type { RunState, Value } from "./run-state.ts";
import type { TraceNode, TraceValue } from "./trace.ts";

/** A dimension in scope with its code. */
export type BoundCode = { readonly dimension: string; readonly code: string };

/** Of a calculation, what explanations read. */
export type ExplainedRun = Pick<CalculationRun, "plan" | "facts" | "figures"> & {
  readonly snapshot: Pick<RegisterSnapshot, "organisations">;
};

export type ExplainScope = {
  readonly run: ExplainedRun;
  /** Absent where a figure of the whole city is explained. */
  readonly organisation: Organisation | undefined;
  /** What the run remembers of the organisation. */
  readonly state: RunState;
  /** The dimensions in scope in the order in which they were bound, and the same by name. */
  readonly bound: readonly BoundCode[];
  readonly codes: ReadonlyMap<string, string>;
  readonly valuesOn: Formula["valuesOn"];
  /** What was found out once and holds wherever it is asked again. */
  readonly known: KnownOfRun;
  /** Nodes of the values read, in the order of the text. */
  readonly inputs: TraceNode[];
  /** What stands in the text for a node: its value, or the branch that was taken. */
  readonly shown: Map<Expression, TraceValue | Expression>;
};

/** A line of the organisation as its formula pays it, before any stage. */
export type ExplainedAmount = {
  readonly applies: boolean;
  readonly isCounted: boolean;
  readonly amount: Tiyn;
  readonly traced: TraceNode;
};

/** What one stage made of a line; no amount where the organisation has no such line after it. */
export type ExplainedStep = {
  readonly item: { readonly before: Tiyn; readonly after: Tiyn } | undefined;
  readonly amount: Tiyn | undefined;
  readonly traced: TraceNode;
};

/** What was explained already for this organisation. */
export type KnownOfRun = {
  /** Facts under each sum and units of parts, by the part. */
  readonly uses: Map<Expression, readonly FactUse[]>;
  readonly units: Map<Expression, string>;
  /** By name and codes. */
  readonly formulas: Map<string, { readonly value: Value; readonly traced: TraceNode }>;
  readonly amounts: Map<string, ExplainedAmount>;
  /** By stage and line. */
  readonly steps: Map<string, ExplainedStep>;
  /** Nothing while the rate is being explained: its total stands on the rate itself. */
  readonly rates: Map<string, TraceNode | undefined>;
  /** Nodes that stand on a counted cell by themselves. */
  readonly counted: Set<TraceNode>;
  /** Which rules applied, in the order in which they were met. */
  readonly choices: Choice[];
};

/** Evaluates one expression and notes what it read. */
export type Explainer = {
  readonly value: (node: Expression, scope: ExplainScope) => Value | string;
};

/** The place of a whole organisation, or of the city. */
export function rootScope(run: ExplainedRun, organisation: Organisation | undefined): ExplainScope {
  const own =
    organisation && run.figures.states.find((state) => state.organisation?.id === organisation.id);
  return {
    run,
    organisation,
    state: own ?? run.figures.city,
    ...{ bound: [], codes: new Map(), valuesOn: "year" },
    known: {
      ...{ uses: new Map(), units: new Map(), formulas: new Map(), amounts: new Map() },
      ...{ steps: new Map(), rates: new Map(), counted: new Set(), choices: [] },
    },
    inputs: [],
    shown: new Map(),
  };
}

/** The same place with notes of its own. */
export function withNotes(
  scope: ExplainScope,
  bound: readonly BoundCode[] = scope.bound,
): ExplainScope {
  const codes = new Map(bound.map(({ dimension, code }) => [dimension, code]));
  return { ...scope, bound, codes, inputs: [], shown: new Map() };
}

/** Notes of its own for an expression that has only these codes and reads values of the year. */
export function aside(scope: ExplainScope, bound: readonly BoundCode[] = []): ExplainScope {
  return { ...withNotes(scope, bound), valuesOn: "year" };
}

/** Notes a value that was read: as an input, and in place of its name. */
export function note(node: Expression, traced: TraceNode, scope: ExplainScope): void {
  scope.inputs.push(traced);
  scope.shown.set(node, traced.value);
}

/** A value that is known to be a number. */
export function asRatio(value: Value | string): Ratio {
  return present(typeof value === "object" ? value : undefined, "a number stands here");
}

/** The day on which parameters and tables are read here. */
export function dayOfReading({ run, codes, valuesOn }: ExplainScope): CalendarDate {
  const { monthStarts, yearStart } = run.plan;
  const month = valuesOn === "month" ? codes.get(MONTH_DIMENSION) : undefined;
  return monthStarts.get(month ?? "") ?? yearStart;
}

/** The unit a part of a formula yields; the formula was proved before, so nothing is reported. */
export function unitOfPart(
  node: Expression,
  { run, codes, valuesOn, known }: ExplainScope,
): string {
  const found = known.units.get(node);
  if (found !== undefined) return found;
  const { methodology, formulas } = run.plan;
  const names = { ...methodology, formulas, stageSignatures: signaturesOf(methodology.stages) };
  const unit = describeUnit(node, { names, dimensions: new Set(codes.keys()), valuesOn });
  known.units.set(node, unit);
  return unit;
}

/** Nodes that say by themselves whether a counted cell was reached. */
const CLOSED: ReadonlySet<TraceNode["kind"]> = new Set([
  ...(["total", "line-amount", "stage-result", "rate"] as const),
]);

/** Whether a counted cell was read on the way to these values. */
export function readsCount(nodes: readonly TraceNode[], { counted }: KnownOfRun): boolean {
  const seen = new Set<TraceNode>();
  const reads = (node: TraceNode): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    return counted.has(node) || (!CLOSED.has(node.kind) && node.inputs.some(reads));
  };
  return nodes.some(reads);
}
