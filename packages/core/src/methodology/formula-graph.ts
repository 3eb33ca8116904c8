/** Which formula stands on which, and the circles that make a calculation impossible. */
import { childrenOf, type Expression } from "./expression.ts";

/** Names mentioned anywhere in an expression, those of tables and in an index included. */
export function namesIn(expression: Expression): readonly string[] {
  const below = childrenOf(expression).flatMap(namesIn);
  if (expression.kind === "table") return [expression.table, ...below];
  return expression.kind === "name" ? [expression.name, ...below] : below;
}

/** The names reached from `from` through `edges`, each once, `from` included. */
export function reachableNames(
  from: Iterable<string>,
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(edges.get(name) ?? []));
  }
  return reached;
}

/** One path for each circle, from a formula back to itself: `a`, `b`, `a`. */
export function findCircles(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      circles.push([...path.slice(start), name]);
      return;
    }
    if (finished.has(name)) return;
    for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
    finished.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return circles;
}
