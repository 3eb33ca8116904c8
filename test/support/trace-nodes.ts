/** Looks into traces. */
import type { TraceNode, TraceValue } from "../../packages/core/src/index.ts";

/** The node and everything below it, top down. */
export function everyNode(node: TraceNode): readonly TraceNode[] {
  return [node, ...node.inputs.flatMap(everyNode)];
}

/** Nodes of one name, top down. */
export function nodesNamed(node: TraceNode, id: string): readonly TraceNode[] {
  return everyNode(node).filter((each) => each.id === id);
}

/** `kind id = value`, one text a node, indented as deep as the node stands. */
export function outline(node: TraceNode, depth = 0): readonly string[] {
  const name = [node.kind, node.id].join(" ");
  return [
    `${"  ".repeat(depth)}${name} = ${valueText(node.value)}`,
    ...node.inputs.flatMap((input) => outline(input, depth + 1)),
  ];
}

/** A trace's text with its values put in. */
export function filledText({ withValues }: TraceNode): string {
  const { text = "", values = [] } = withValues ?? {};
  return text.replace(/⟦(\d+)⟧/g, (_, place: string) => {
    const value = values[Number(place)];
    return value === undefined ? "?" : valueText(value);
  });
}

function valueText(value: TraceValue): string {
  switch (value.kind) {
    case "number":
      return value.exact;
    case "truth":
      return String(value.isTrue);
    case "code":
      return value.code;
    case "date":
      return value.date;
  }
}
