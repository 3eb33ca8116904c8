/**
 * A trace as the panel shows it: each value with its name, what it was made of, and its ground.
 *
 * What a director need not see is left out: conditions, roundings that changed nothing, cells that
 * are zero (they are named in one line). Neighbouring cells of one content stand together.
 */
import {
  caseText,
  describeSource,
  figureTexts,
  fillValues,
  groupAlike,
  isForPeople,
  keyText,
  roundingTexts,
  ruleTexts,
  shownValue,
  type TraceNode,
  type TraceReader,
  titleOf,
  valueGroundTexts,
} from "@zhanbasy/core";

/** A value and what stands below it. */
export type ExplainedNode = {
  /** Where it stands, by names and codes: the same place in every organisation's trace. */
  readonly place: string;
  /** The formula, parameter or fact it is a value of. */
  readonly name: string;
  readonly title: string;
  readonly value: string;
  /** How it was made, or where it was read. */
  readonly detail: string | undefined;
  readonly status: TraceNode["status"];
  /** Rule, act and clause, dates, source; one sentence each. */
  readonly grounds: readonly string[];
  readonly inputs: readonly ExplainedNode[];
};

/** What the value of a node was made of. */
export function explainedInputs(
  node: TraceNode,
  reader: TraceReader,
  place = "",
): readonly ExplainedNode[] {
  return node.inputs
    .filter(isForPeople)
    .flatMap((input, position) => explainedNodes(input, reader, `${place}/${position}`));
}

/** A rounding that changed nothing and a sum are passed through to what they were made of. */
function explainedNodes(
  node: TraceNode,
  reader: TraceReader,
  place: string,
): readonly ExplainedNode[] {
  switch (node.kind) {
    case "rounding":
      return roundedNodes(node, reader, place);
    case "sum":
      return summedNodes(node, reader, place);
    case "case":
      return [explained(node, reader, place, { title: caseText(node, reader) })];
    case "formula":
    case "line":
    case "cell":
      return [formulaNode(node, reader, place)];
    case "estimate":
    case "parameter":
    case "fact":
    case "attribute":
    case "calendar":
      return [readNode(node, reader, place)];
  }
}

function roundedNodes(node: TraceNode, reader: TraceReader, place: string) {
  const [rounding] = roundingTexts(node, reader);
  const inputs = explainedInputs(node, reader, place);
  if (rounding === undefined) return inputs;
  const title = rounding.slice(0, 1).toUpperCase() + rounding.slice(1);
  return [...inputs, explained(node, reader, place, { title, inputs: [] })];
}

function summedNodes(node: TraceNode, reader: TraceReader, place: string) {
  const isZero = ({ value }: TraceNode) => value.kind === "number" && value.exact === "0";
  const cells = groupAlike(
    node.inputs.filter((cell) => !isZero(cell)),
    reader,
  ).flatMap((group, position) => cellNodes(group, reader, `${place}/${position}`));
  const zeros = node.inputs.filter(isZero);
  if (zeros.length === 0) return cells;
  const { translate } = reader;
  const names = zeros.map((cell) => keyText(cell, reader)).join("; ");
  const title = translate("trace.zeros", { names });
  const zero = { ...node, inputs: [], withValues: undefined, status: undefined };
  return [
    ...cells,
    explained(zero, reader, `${place}/zeros`, {
      title: title.slice(0, 1).toUpperCase() + title.slice(1),
      value: "",
    }),
  ];
}

function cellNodes(group: readonly TraceNode[], reader: TraceReader, place: string) {
  const [first] = group;
  if (first === undefined) return [];
  const names = group.map((cell) => keyText(cell, reader)).join("; ");
  const each =
    group.length > 1 ? reader.translate("trace.each", { count: group.length }) : undefined;
  const value = shownValue(first, reader);
  const filled = first.withValues && fillValues(first.withValues, reader);
  const made = filled === value ? undefined : filled;
  const detail = each === undefined ? made : `${each} ${made ?? value}`;
  return [
    explained(first, reader, place, {
      title: names.slice(0, 1).toUpperCase() + names.slice(1),
      detail,
    }),
  ];
}

function formulaNode(node: TraceNode, reader: TraceReader, place: string): ExplainedNode {
  const [figures] = figureTexts(node, reader);
  const filled =
    figures === undefined || node.withValues === undefined
      ? undefined
      : fillValues(node.withValues, reader);
  return explained(node, reader, place, {
    detail: filled,
    grounds: ruleTexts(node, reader).slice(node.status === undefined ? 1 : 2),
  });
}

/** A parameter, a count, an attribute or an estimate: its row or its dates stand below it. */
function readNode(node: TraceNode, reader: TraceReader, place: string): ExplainedNode {
  const { counted, ground, value } = node;
  const unit = value.kind === "number" ? value.unit : "";
  const grounds = ground === undefined ? [] : valueGroundTexts(ground, unit, reader);
  return explained(node, reader, place, {
    detail: counted && describeSource(counted, reader.translate),
    grounds,
  });
}

function explained(
  node: TraceNode,
  reader: TraceReader,
  place: string,
  parts: Partial<ExplainedNode>,
): ExplainedNode {
  const here = `${place}:${node.kind}:${node.id}`;
  return {
    place: here,
    name: node.id,
    title: titleOf(node, reader),
    value: shownValue(node, reader),
    detail: undefined,
    status: node.status,
    grounds: [],
    ...parts,
    inputs: parts.inputs ?? explainedInputs(node, reader, here),
  };
}
