/**
 * The reference evaluator: one figure of a run, slow and obvious, with everything it was made of.
 *
 * It walks the same expressions as the compiled calculation, by itself, and must come to the same
 * tiyn; otherwise the call stops with an InvariantViolation, since an explanation of another figure
 * is worse than none.
 */
import { fail, groupItems, invariant, issue, ok, present, type Result } from "../kernel/index.ts";
import { type LineDefinition, printExpression } from "../methodology/index.ts";
import { assertEqualTiyn, formatTenge } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { CalculationRun } from "./calculate.ts";
import { explainEstimate } from "./explain-estimate.ts";
import { explainer } from "./explain-expression.ts";
import { assertFinal, explainChain } from "./explain-line.ts";
import { asRatio, type ExplainScope, rootScope } from "./explain-scope.ts";
import { substitute } from "./substitute.ts";
import { numberValue, type TraceNode, traceNode, undatedGround } from "./trace.ts";

/** The unit of people; a child is counted in it too. */
const PEOPLE = "pupil";

/** The trace of one line; refused when the run has no such organisation or line. */
export function explainLine(
  run: CalculationRun,
  organisationId: string,
  line: string,
): Result<TraceNode> {
  const found = findLine(run, organisationId, line);
  if (!found.ok) return found;
  const { organisation, allocated } = found.value;
  if (allocated.method === "estimate") return ok(explainEstimate(run, allocated));
  return ok(
    explainFormulaLine(run, present(organisation, "a formula pays an organisation"), allocated),
  );
}

/**
 * The trace of the people that one line pays for, on average over the year; refused like
 * `explainLine`, and for a line that counts nobody.
 */
export function explainHeadcount(
  run: CalculationRun,
  organisationId: string,
  line: string,
): Result<TraceNode> {
  const found = findLine(run, organisationId, line);
  if (!found.ok) return found;
  const { organisation, allocated } = found.value;
  if (organisation === undefined || allocated.headcount === undefined) {
    const expected = ownLines(run, organisationId)
      .filter(({ headcount }) => headcount !== undefined)
      .map(lineName);
    return fail(issue("line-unknown", {}, { value: line, expected: expected.join(", ") }));
  }
  return ok(explainPeople(run, organisation, allocated));
}

type FoundLine = {
  readonly organisation: Organisation | undefined;
  readonly allocated: AllocationLine;
};

type Members = {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly lines: ReadonlyMap<string, readonly AllocationLine[]>;
};

/** A run never changes, and is asked about one organisation after another. */
const KNOWN_MEMBERS = new WeakMap<CalculationRun, Members>();

function membersOf(run: CalculationRun): Members {
  const known = KNOWN_MEMBERS.get(run) ?? {
    organisations: new Map(run.snapshot.organisations.map((each) => [each.id, each])),
    lines: groupItems(run.lines, ({ organisationId }) => organisationId),
  };
  KNOWN_MEMBERS.set(run, known);
  return known;
}

function ownLines(run: CalculationRun, organisationId: string): readonly AllocationLine[] {
  return membersOf(run).lines.get(organisationId) ?? [];
}

function findLine(run: CalculationRun, organisationId: string, line: string): Result<FoundLine> {
  const own = ownLines(run, organisationId);
  const allocated = own.find((each) => lineName(each) === line);
  const organisation = membersOf(run).organisations.get(organisationId);
  if (organisation === undefined && organisationId !== "") {
    return fail(issue("organisation-absent", {}, { value: organisationId }));
  }
  if (allocated === undefined) {
    const expected = own.map(lineName).join(", ");
    return fail(issue("line-unknown", {}, { value: line, expected }));
  }
  return ok({ organisation, allocated });
}

/** The line as the stages leave it: each stage, the last one first, down to the formula. */
function explainFormulaLine(
  run: CalculationRun,
  organisation: Organisation,
  line: AllocationLine,
): TraceNode {
  const scope = rootScope(run, organisation);
  const definition = definitionOf(line, scope);
  const chain = explainChain(definition.id, run.plan.stages, scope, explainer);
  const { steps, formula } = chain;
  const amount = assertFinal(chain, definition.id, scope);
  assertEqualTiyn(amount, line.amount, `explanation of ${organisation.id} ${lineName(line)}`);
  const parts = {
    kind: "line",
    id: lineName(line),
    label: definition.label,
    cases: line.cases,
  } as const;
  if (steps.length === 0) return traceNode({ ...formula.traced, ...parts });
  const { currency } = run.plan.methodology;
  return traceNode({
    ...parts,
    value: { kind: "number", exact: formatTenge(amount), unit: currency },
    inputs: [...steps.map(({ traced }) => traced).toReversed(), formula.traced],
  });
}

/**
 * Several lines may be defined under one name; an organisation has one of them, which its counts or
 * a stage made.
 */
function definitionOf(line: AllocationLine, { run, state }: ExplainScope): LineDefinition {
  const found = run.plan.lines.find(
    (definition) =>
      lineName(definition) === lineName(line) &&
      run.figures.finalAmount(definition.id, state) !== undefined,
  );
  return present(found, `${line.organisationId} ${lineName(line)} is defined`);
}

function explainPeople(
  run: CalculationRun,
  organisation: Organisation,
  line: AllocationLine,
): TraceNode {
  const scope = rootScope(run, organisation);
  const definition = definitionOf(line, scope);
  const headcount = present(definition.headcount, "a line with people counts them");
  const value = numberValue(asRatio(explainer.value(headcount, scope)), PEOPLE);
  const isSame = value.kind === "number" && value.exact === line.headcount;
  invariant(isSame, `explanation of the people of ${organisation.id} ${lineName(line)}`);
  return traceNode({
    kind: "line",
    id: lineName(line),
    label: definition.label,
    value,
    expression: printExpression(headcount),
    withValues: substitute(headcount, scope.shown),
    ground: undatedGround(definition),
    inputs: scope.inputs,
  });
}
