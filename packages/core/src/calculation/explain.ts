/**
 * The reference evaluator: one figure of a run, slow and obvious, with everything it was made of.
 *
 * It walks the same expressions as the compiled calculation, by itself, and must come to the same
 * tiyn; otherwise the call stops with an InvariantViolation, since an explanation of another figure
 * is worse than none.
 */
import { fail, invariant, issue, ok, present, type Result } from "../kernel/index.ts";
import { type LineDefinition, printExpression } from "../methodology/index.ts";
import { assertEqualTiyn, formatTenge, type Ratio, roundToTiyn } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import { type AllocationLine, lineName } from "./allocation.ts";
import type { CalculationRun } from "./calculate.ts";
import { explainEstimate } from "./explain-estimate.ts";
import { explainer } from "./explain-expression.ts";
import { asRatio } from "./explain-name.ts";
import { type ExplainScope, withNotes } from "./explain-scope.ts";
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

function ownLines({ lines }: CalculationRun, organisationId: string): readonly AllocationLine[] {
  return lines.filter((each) => each.organisationId === organisationId);
}

function findLine(run: CalculationRun, organisationId: string, line: string): Result<FoundLine> {
  const own = ownLines(run, organisationId);
  const allocated = own.find((each) => lineName(each) === line);
  const organisation = run.snapshot.organisations.find(({ id }) => id === organisationId);
  if (organisation === undefined && organisationId !== "") {
    return fail(issue("organisation-absent", {}, { value: organisationId }));
  }
  if (allocated === undefined) {
    const expected = own.map(lineName).join(", ");
    return fail(issue("line-unknown", {}, { value: line, expected }));
  }
  return ok({ organisation, allocated });
}

/**
 * Several lines may be defined under one name; the one meant is that which a counted cell reached.
 */
function explainFormulaLine(
  run: CalculationRun,
  organisation: Organisation,
  line: AllocationLine,
): TraceNode {
  const { definition, scope, tenge, conditions } = explainAmount(run, organisation, line);
  const amount = roundToTiyn(tenge, definition.rounding);
  assertEqualTiyn(amount, line.amount, `explanation of ${organisation.id} ${lineName(line)}`);
  return lineNode(run, definition, line, tenge, {
    ...scope,
    inputs: [...scope.inputs, ...conditions],
  });
}

function explainAmount(run: CalculationRun, organisation: Organisation, line: AllocationLine) {
  const explained = run.plan.lines
    .filter((definition) => lineName(definition) === lineName(line))
    .map((definition) => {
      const scope = rootScope(run, organisation);
      const deciding = withNotes(scope);
      const isMeant = explainer.value(definition.when, deciding) === true;
      return { definition, scope, isMeant, conditions: deciding.inputs };
    })
    .filter(({ isMeant }) => isMeant)
    .map((each) => ({
      ...each,
      tenge: asRatio(explainer.value(each.definition.amount, each.scope)),
    }));
  return present(
    explained.find((each) => readsCount(each.scope.inputs)),
    `${organisation.id} ${lineName(line)} is defined`,
  );
}

function explainPeople(
  run: CalculationRun,
  organisation: Organisation,
  line: AllocationLine,
): TraceNode {
  const { definition } = explainAmount(run, organisation, line);
  const headcount = present(definition.headcount, "a line with people counts them");
  const scope = rootScope(run, organisation);
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

/** Whether a counted cell was read, which is what makes a line exist. */
function readsCount(nodes: readonly TraceNode[], seen = new Set<TraceNode>()): boolean {
  return nodes.some((node) => {
    if (seen.has(node)) return false;
    seen.add(node);
    return (node.kind === "fact" && node.counted !== undefined) || readsCount(node.inputs, seen);
  });
}

function lineNode(
  run: CalculationRun,
  definition: LineDefinition,
  line: AllocationLine,
  tenge: Ratio,
  scope: ExplainScope,
): TraceNode {
  const { currency } = run.plan.methodology;
  const before = numberValue(tenge, currency);
  return traceNode({
    kind: "line",
    id: lineName(line),
    label: definition.label,
    value: { kind: "number", exact: formatTenge(line.amount), unit: currency },
    expression: printExpression(definition.amount),
    withValues: substitute(definition.amount, scope.shown),
    rounding: { before, places: 2, mode: definition.rounding },
    ground: undatedGround(definition),
    inputs: scope.inputs,
  });
}

function rootScope(run: CalculationRun, organisation: Organisation): ExplainScope {
  return {
    run,
    organisation,
    codes: new Map(),
    valuesOn: "year",
    known: { uses: new Map(), units: new Map(), formulas: new Map() },
    inputs: [],
    shown: new Map(),
  };
}
