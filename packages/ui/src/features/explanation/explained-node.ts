/**
 * A trace as the panel shows it: each value with its name, what it was made of, and its ground.
 *
 * What a director need not see is left out: conditions, roundings that changed nothing, cells that
 * are zero (they are named in one line). Neighbouring cells of one content stand together.
 */
import {
  caseText,
  changeText,
  describeSource,
  figureTexts,
  fillValues,
  forPeople,
  groupAlike,
  keyText,
  roundingTexts,
  ruleTexts,
  shownValue,
  type TraceNode,
  type TraceReader,
  titleOf,
  toldTexts,
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
  return forPeople(node.inputs).flatMap((input, position) =>
    explainedNodes(input, reader, `${place}/${position}`),
  );
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
    case "line-amount":
    case "mapping":
    case "part":
    case "presence":
    case "rate":
    case "stage":
    case "stage-result":
    case "table":
    case "total":
      return [madeNode(node, reader, place)];
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
  return [...inputs, explained(node, reader, place, { title: upperFirst(rounding), inputs: [] })];
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
      title: upperFirst(title),
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
      title: upperFirst(names),
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

/** What the run made of other values: its figures and what is said of it, its ground below. */
function madeNode(node: TraceNode, reader: TraceReader, place: string): ExplainedNode {
  const { ground, withValues } = node;
  const isSingle = withValues === undefined || /^⟦\d+⟧$/.test(withValues.text);
  const filled = isSingle ? undefined : fillValues(withValues, reader);
  const change = changeText(node, reader);
  const value = shownValue(node, reader);
  const parts = [
    ...(change === value ? [] : [change]),
    ...(filled === undefined || filled === value ? [] : [filled]),
    ...roundingTexts(node, reader),
    ...toldTexts(node, reader),
  ];
  return explained(node, reader, place, {
    detail: parts.length === 0 ? undefined : upperFirst(parts.join("; ")),
    grounds: ground === undefined ? [] : valueGroundTexts(ground, "", reader),
  });
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A parameter, a count, an attribute or an estimate: its row or its dates stand below it. */
function readNode(node: TraceNode, reader: TraceReader, place: string): ExplainedNode {
  const { counted, ground, value } = node;
  const unit = value.kind === "number" ? value.unit : "";
  const grounds = ground === undefined ? [] : valueGroundTexts(ground, unit, reader);
  const parts = [
    ...(node.withValues === undefined ? [] : [fillValues(node.withValues, reader)]),
    ...(counted === undefined ? [] : [describeSource(counted, reader.translate)]),
  ];
  const detail = parts.length === 0 ? undefined : parts.join("; ");
  return explained(node, reader, place, { detail, grounds });
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
