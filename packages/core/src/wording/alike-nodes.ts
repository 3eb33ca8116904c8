/** What of a trace people are told: nodes for them, and cells that are alike told once. */
import type { TraceNode } from "../calculation/index.ts";
import { fillValues, keyText, shownValue, type TraceReader, toldTexts } from "./trace-words.ts";

/**
 * The nodes that are told. Whether a month is open or belongs to a count is seen in the cells that
 * it opens; that the register has a row is seen where its value stands.
 */
export function forPeople(nodes: readonly TraceNode[]): readonly TraceNode[] {
  return nodes.filter((node) => {
    if (node.kind === "calendar") return false;
    if (node.value.kind !== "truth") return true;
    return node.kind === "presence" && !(node.value.isTrue && isRead(node, nodes));
  });
}

/** Whether the value of the row is told among these nodes or below them. */
function isRead(row: TraceNode, nodes: readonly TraceNode[]): boolean {
  return nodes.some(
    (node) =>
      node.value.kind !== "truth" &&
      ((node.kind === "fact" && node.id === row.id && isSameKey(node, row)) ||
        isRead(row, node.inputs)),
  );
}

function isSameKey(left: TraceNode, right: TraceNode): boolean {
  return left.key.every(({ code }, place) => code === right.key[place]?.code);
}

/** Neighbouring cells that are alike in everything but their name. */
export function groupAlike(
  cells: readonly TraceNode[],
  reader: TraceReader,
): readonly (readonly TraceNode[])[] {
  const groups: TraceNode[][] = [];
  let last = "";
  for (const cell of cells) {
    const content = contentOf(cell, reader);
    if (content === last) groups.at(-1)?.push(cell);
    else groups.push([cell]);
    last = content;
  }
  return groups;
}

/** Everything a reader would see of a node, its name and its rows aside. */
function contentOf(node: TraceNode, reader: TraceReader): string {
  const inputs = forPeople(node.inputs).map((input) => contentOf(input, reader));
  const figures = node.withValues === undefined ? "" : fillValues(node.withValues, reader);
  const key = node.kind === "formula" || node.kind === "cell" ? "" : keyText(node, reader);
  const ground = [node.ground?.status, node.ground?.source, node.ground?.validFrom];
  const told = toldTexts(node, reader);
  const own = [node.kind, node.id, key, shownValue(node, reader), figures];
  return [...own, ...ground, ...told, ...inputs].join("|");
}
