/** Why a line of a kept run is what it is, as a graph in which a shared value stands once. */
import { explainHeadcount, explainLine, ok, type Result, type TraceNode } from "@zhanbasy/core";
import type { TraceGraph } from "../contract.ts";
import type { Reproducer } from "./reproduce-run.ts";

/** The figure that is asked about; an empty organisation is citywide. */
export type FigureName = Pick<TraceGraph, "organisationId" | "line" | "of">;

/** The trace, or why there is none; nothing when no such run is kept. */
export async function explainRun(
  reproduce: Reproducer,
  runId: string,
  figure: FigureName,
): Promise<Result<TraceGraph> | undefined> {
  const run = await reproduce(runId);
  if (run === undefined) return undefined;
  const { organisationId, line, of } = figure;
  const explain = of === "amount" ? explainLine : explainHeadcount;
  const trace = explain(run, organisationId, line);
  return trace.ok ? ok({ organisationId, line, of, nodes: nodesOf(trace.value) }) : trace;
}

/** Each node once, the root first, every other after one that it is an input of. */
function nodesOf(root: TraceNode): TraceGraph["nodes"] {
  const positions = new Map<TraceNode, number>([[root, 0]]);
  const found: TraceNode[] = [root];
  for (const { inputs } of found) {
    for (const input of inputs) {
      if (positions.has(input)) continue;
      positions.set(input, found.length);
      found.push(input);
    }
  }
  return found.map((node) => ({
    ...node,
    inputs: node.inputs.map((input) => positions.get(input) ?? 0),
  }));
}
