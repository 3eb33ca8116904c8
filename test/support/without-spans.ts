/** Nodes as they are but for the places they came from, so that two readings can be compared. */
export function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== "object" || node === null) return node;
  const parts = Object.entries(node).filter(([name]) => name !== "span");
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutSpans(part)]));
}
