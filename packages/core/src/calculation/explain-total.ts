/**
 * Sums and counts over organisations explained: the figure of the run, of how many it is made, and
 * what the organisation at hand has in it.
 *
 * The parts of others are named only where nobody reads them in a matter of their own: for the
 * city, and for an organisation that sums up others without a count of its own.
 */
import type { Label } from "../classification/index.ts";
import { invariant, present } from "../kernel/index.ts";
import { groupDimension, printExpression, type TotalNode } from "../methodology/index.ts";
import { addRatios, compareRatios, ONE, type Ratio, ZERO } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import { noteChoice } from "./choices.ts";
import { figureName } from "./compile-total.ts";
import {
  asRatio,
  type Explainer,
  type ExplainScope,
  note,
  readsCount,
  rootScope,
  unitOfPart,
  withNotes,
} from "./explain-scope.ts";
import type { TotalFigure } from "./run-state.ts";
import { substitute } from "./substitute.ts";
import { countValue, numberValue, sentence, type TraceNode, traceNode } from "./trace.ts";

/** The total of the group that is meant here. */
export function explainTotal(node: TotalNode, scope: ExplainScope, explainer: Explainer): Ratio {
  const { methodology } = scope.run.plan;
  const key = node.by.map((by) => {
    const dimension = groupDimension(methodology, by);
    const bound = scope.codes.get(by) ?? scope.codes.get(dimension);
    const code = bound ?? scope.organisation?.attributes.get(by);
    return { dimension, code: present(code, `${by} is known here`) };
  });
  const figure = figureOf(node, key, scope);
  const unit = unitOfPart(node, scope);
  const value = figure.value as Ratio;
  const isMember = (each: Organisation | undefined): each is Organisation =>
    each !== undefined &&
    node.by.every((by, place) => each.attributes.get(by) === key[place]?.code);
  const own = isMember(scope.organisation) ? ownPart(node, unit, scope, explainer) : undefined;
  const isRollUp =
    scope.organisation === undefined ||
    (own !== undefined && isZero(own) && !readsCount(own.inputs, scope.known));
  const others =
    node.kind === "total" && isRollUp && figure.members <= MOST_NAMED
      ? memberParts(node, unit, isMember, scope, explainer)
      : [];
  const sum = others.reduce((total, part) => addRatios(total, part.value), ZERO);
  invariant(others.length === 0 || compareRatios(sum, value) === 0, "members add up to the total");
  const traced = traceNode({
    kind: "total",
    id: node.kind,
    key,
    value: numberValue(value, unit),
    expression: printExpression(node.body),
    sentences: [sentence(`${node.kind}-members`, { count: countValue(figure.members) })],
    inputs: others.length > 0 ? others.map((part) => part.traced) : own === undefined ? [] : [own],
  });
  note(node, traced, scope);
  return value;
}

function ownPart(
  node: TotalNode,
  unit: string,
  scope: ExplainScope,
  explainer: Explainer,
): TraceNode {
  const inner = withNotes(scope);
  const body = explainer.value(node.body, inner);
  if (typeof body === "boolean") noteChoice(node, inner, [`${body}`]);
  const value = typeof body === "boolean" ? (body ? ONE : ZERO) : asRatio(body);
  return traceNode({
    kind: "part",
    id: "member",
    value: numberValue(value, unit),
    withValues: substitute(node.body, inner.shown),
    inputs: inner.inputs,
  });
}

/** A longer list is read in the sheet. */
const MOST_NAMED = 12;

type MemberPart = { readonly value: Ratio; readonly traced: TraceNode };

/** What each organisation has in the total, the largest first; those with nothing are left out. */
function memberParts(
  node: TotalNode,
  unit: string,
  isMember: (each: Organisation) => boolean,
  scope: ExplainScope,
  explainer: Explainer,
): readonly MemberPart[] {
  return scope.run.snapshot.organisations
    .filter(isMember)
    .map((organisation) => memberPart(organisation, node, unit, scope, explainer))
    .filter(({ value }) => value.numerator !== 0n)
    .toSorted((left, right) => compareRatios(right.value, left.value));
}

/** Only how strong the part is remains of what it was made of. */
function memberPart(
  organisation: Organisation,
  node: TotalNode,
  unit: string,
  scope: ExplainScope,
  explainer: Explainer,
): MemberPart {
  const root = rootScope(scope.run, organisation);
  // A rate that is being explained stays so: its total stands on it.
  const known = { ...root.known, rates: scope.known.rates };
  const { bound, valuesOn } = scope;
  const inner = withNotes({ ...root, known, valuesOn }, bound);
  const value = asRatio(explainer.value(node.body, inner));
  const traced = traceNode({
    kind: "part",
    id: "other",
    label: nameOf(organisation),
    value: numberValue(value, unit),
    inputs: inner.inputs,
  });
  return { value, traced: { ...traced, inputs: [] } };
}

function nameOf({ id, nameRu, nameKk }: Organisation): Label {
  const named = (name: string) => (name === id ? id : `${name}, ${id}`);
  return { ru: named(nameRu), kk: named(nameKk), en: named(nameRu) };
}

function isZero({ value }: TraceNode): boolean {
  return value.kind === "number" && value.exact === "0";
}

const NOBODY: TotalFigure = { value: ZERO, members: 0 };

/** The figure as the run has it; one that no line asked for is worked out now. */
function figureOf(node: TotalNode, key: TraceNode["key"], scope: ExplainScope): TotalFigure {
  const { run, bound, state, valuesOn } = scope;
  const codes = bound.map(({ code }) => code);
  const name = figureName(
    codes,
    key.map(({ code }) => code),
  );
  const { totals } = run.figures;
  const known = totals.get(node)?.get(name);
  if (known !== undefined) return known;
  const slots = new Map(bound.map(({ dimension }, slot) => [dimension, slot]));
  const layout = { slots, size: bound.length, valuesOn, name: node.kind };
  run.figures.compiler.number(node, layout)(codes, state);
  return totals.get(node)?.get(name) ?? NOBODY;
}
