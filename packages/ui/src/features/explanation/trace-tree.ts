/** A trace as it comes over the wire, a graph with shared values once, back into a tree. */
import type { TraceGraph } from "@zhanbasy/api/contract";
import type { TraceNode } from "@zhanbasy/core";

/** The root with everything below it; a shared value is one object. Throws on a broken graph. */
export function traceTree({ nodes }: TraceGraph): TraceNode {
  const made = new Map<number, TraceNode>();
  const make = (position: number, above: ReadonlySet<number>): TraceNode => {
    const known = made.get(position);
    if (known !== undefined) return known;
    const node = nodes[position];
    if (node === undefined || above.has(position)) throw new Error("a trace leads nowhere");
    const below = new Set([...above, position]);
    const whole = { ...node, inputs: node.inputs.map((input) => make(input, below)) };
    made.set(position, whole);
    return whole;
  };
  return make(0, new Set());
}
