import { expect, it } from "vitest";

import { traceTree } from "../../../../packages/ui/src/features/explanation/trace-tree.ts";
import { TRACE } from "../../support/small-trace.ts";

it("a graph becomes the tree it was made from", () => {
  const root = traceTree(TRACE);
  expect(root.inputs.map(({ id }) => id)).toEqual(["school", "tier"]);
  expect(root.inputs[0]?.inputs[0]?.inputs[0]?.id).toBe("rate");
});

it("a value that is used twice is one object", () => {
  const [first, ...rest] = TRACE.nodes;
  if (first === undefined) throw new Error("a trace has a root");
  const { inputs } = traceTree({ ...TRACE, nodes: [{ ...first, inputs: [4, 4] }, ...rest] });
  expect(inputs[0]).toBe(inputs[1]);
});

it("a graph that leads nowhere or in a circle is refused", () => {
  const [first, second, ...rest] = TRACE.nodes;
  if (first === undefined || second === undefined) throw new Error("a trace has values");
  const circle = { ...TRACE, nodes: [first, { ...second, inputs: [0] }, ...rest] };
  expect(() => traceTree(circle)).toThrow("leads nowhere");
  expect(() => traceTree({ ...TRACE, nodes: [{ ...first, inputs: [99] }] })).toThrow();
});
