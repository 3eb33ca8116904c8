/**
 * Which formula, line or stage stands on which, and what makes a calculation impossible.
 *
 * A stage stands on its lines and on all that its expressions mention; a result of a stage or a
 * solved rate stands on its stage. The total of a solve stands on the rates that it solves: that
 * way round is what solving is, so below a total its own rates lead nowhere. To tell it from every
 * other way, what lies below a total has nodes of its own, marked with the stage.
 */
import { issue, type Place } from "../kernel/index.ts";
import { overlap } from "../time/index.ts";
import { inside, type Reporter } from "./definitions.ts";
import { childrenOf, type Expression } from "./expression.ts";
import { findCircles, reachableNames } from "./formula-graph.ts";
import type { Formula, LineDefinition } from "./methodology.ts";
import { LINE_AMOUNT, resultsOf } from "./names.ts";
import { LINE_DIMENSION, linesOfStage, type SolveStage, type Stage } from "./stage.ts";
import { expressionsOfStage } from "./stage-expressions.ts";

/** The parts of a methodology that stand on each other. */
export type Law = {
  readonly formulas: ReadonlyMap<string, readonly Formula[]>;
  readonly lines: readonly LineDefinition[];
  readonly stages: readonly Stage[];
};

type Edges = ReadonlyMap<string, readonly string[]>;

/** Whatever any stage gives: of which kind it is does not matter here. */
const RESULTS: readonly string[] = resultsOf("pool");
/** Between a node below a total and the stage that solves it. */
const BELOW = "@";

/** Reports circles with their whole path, and stages that stand on stages not yet run. */
export function reportDependencies(law: Law, report: Reporter): void {
  const edges = withTotals(law, standing(law));
  const places = placesOf(law);
  const told = new Set<string>();
  for (const circle of findCircles(edges)) {
    const path = circle.map(nameOf);
    const [first = ""] = path;
    const members = path.slice(1).toSorted().join("|");
    if (told.has(members)) continue;
    told.add(members);
    report(issue("formula-circle", places.get(first) ?? {}, { path: path.join(" → ") }));
  }
  reportOrder(law, edges, report);
}

/** Reports a solve whose total no rate of its own can move. */
export function reportIdleSolves(law: Law, report: Reporter): void {
  const edges = standing(law);
  for (const stage of solvesOf(law)) {
    const reached = reachedBy(mentioned(stage.total, law), edges, stageIds(law));
    if (reached.has(stage.id)) continue;
    report(issue("solve-idle", inside(stage.place, "total"), { stage: stage.id }));
  }
}

/** What everything stands on directly, the totals of solves aside. */
function standing(law: Law): Edges {
  const edges = new Map<string, readonly string[]>();
  const add = (node: string, more: readonly string[]) => {
    edges.set(node, [...new Set([...(edges.get(node) ?? []), ...more])]);
  };
  for (const [id, wordings] of law.formulas) {
    add(
      id,
      wordings.flatMap(({ expression }) => mentioned(expression, law)),
    );
  }
  for (const { id, when, amount, headcount } of law.lines) {
    const expressions = [when, amount, ...(headcount === undefined ? [] : [headcount])];
    add(
      lineNode(id),
      expressions.flatMap((each) => mentioned(each, law)),
    );
  }
  for (const stage of law.stages) {
    const lines = linesOfStage(stage);
    const total = stage.kind === "solve" ? stage.total : undefined;
    const expressions = expressionsOfStage(stage).filter(({ expression }) => expression !== total);
    add(stage.id, [
      ...lines.map(lineNode),
      ...expressions.flatMap(({ expression, hasLine }) =>
        mentioned(expression, law, hasLine ? lines : undefined),
      ),
    ]);
  }
  return edges;
}

/** The same with what lies below the total of each solve, its own rates leading nowhere. */
function withTotals(law: Law, edges: Edges): Edges {
  const whole = new Map(edges);
  const stages = stageIds(law);
  for (const { id, total } of solvesOf(law)) {
    const below = (nodes: readonly string[]): readonly string[] =>
      nodes
        .filter((node) => node !== id)
        .map((node) => (stages.has(node) ? node : `${node}${BELOW}${id}`));
    const roots = mentioned(total, law);
    whole.set(id, [...(whole.get(id) ?? []), ...below(roots)]);
    for (const node of reachedBy(roots, edges, stages)) {
      if (!stages.has(node)) whole.set(`${node}${BELOW}${id}`, below(edges.get(node) ?? []));
    }
  }
  return whole;
}

/** The nodes that an expression mentions; `ownLines` are those that `line` stands for in it. */
function mentioned(node: Expression, law: Law, ownLines?: readonly string[]): readonly string[] {
  const isOverLines =
    (node.kind === "sum" || node.kind === "count-if") && node.over.includes(LINE_DIMENSION);
  const inScope = isOverLines ? undefined : ownLines;
  const below = childrenOf(node).flatMap((child) => mentioned(child, law, inScope));
  if (node.kind !== "name") return below;
  if (law.formulas.has(node.name)) return [node.name, ...below];
  if (node.name === LINE_AMOUNT) {
    const [item] = node.index;
    const lines =
      item?.kind === "text" ? [item.value] : (ownLines ?? law.lines.map(({ id }) => id));
    return [...lines.map(lineNode), ...below];
  }
  const stage = stageBehind(node.name, law);
  return stage === undefined ? below : [stage, ...below];
}

function stageBehind(name: string, { stages }: Law): string | undefined {
  const point = name.lastIndexOf(".");
  const isResult = RESULTS.includes(name.slice(point + 1));
  return stages.find((stage) => {
    if (stage.kind === "solve") return stage.rates.some(({ id }) => id === name);
    return isResult && stage.id === name.slice(0, point);
  })?.id;
}

/** The nodes reached through formulas and lines, up to the first stages. */
function reachedBy(
  from: readonly string[],
  edges: Edges,
  stages: ReadonlySet<string>,
): ReadonlySet<string> {
  const upToStages = new Map([...edges].filter(([node]) => !stages.has(node)));
  return reachableNames(from, upToStages);
}

/** A stage runs after all that it stands on; those on a circle were told already. */
function reportOrder(law: Law, edges: Edges, report: Reporter): void {
  const stages = stageIds(law);
  for (const id of stages) {
    const reached = reachedBy(edges.get(id) ?? [], edges, stages);
    for (const other of reached) {
      if (other === id || !stages.has(other) || reachableNames([other], edges).has(id)) continue;
      const early = earlyWording(id, other, law);
      if (early === undefined) continue;
      report(issue("stage-order", inside(early.place, "order"), { stage: id, other }));
    }
  }
}

/** The wording of a stage that would run before the other one; equal orders were told already. */
function earlyWording(id: string, other: string, { stages }: Law): Stage | undefined {
  const others = stages.filter((stage) => stage.id === other);
  return stages.find(
    (stage) =>
      stage.id === id &&
      others.some(
        ({ order, validity }) => order > stage.order && overlap(validity, stage.validity),
      ),
  );
}

function stageIds({ stages }: Law): ReadonlySet<string> {
  return new Set(stages.map(({ id }) => id));
}

function solvesOf({ stages }: Law): readonly SolveStage[] {
  return stages.filter((stage) => stage.kind === "solve");
}

function lineNode(id: string): string {
  return `${LINE_AMOUNT}['${id}']`;
}

/** A node as a reader of formulas knows it. */
function nameOf(node: string): string {
  return node.split(BELOW)[0] ?? node;
}

function placesOf({ formulas, lines, stages }: Law): ReadonlyMap<string, Place> {
  return new Map([
    ...[...formulas].map(([id, [first]]) => [id, first?.place ?? {}] as const),
    ...lines.map(({ id, place }) => [lineNode(id), place] as const),
    ...stages.map(({ id, place }) => [id, place] as const),
  ]);
}
