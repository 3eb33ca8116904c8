/**
 * A trace as text that a school director can read from top to bottom.
 *
 * Each value stands on a line of its own, what it was made of below it and further in. A value that
 * was explained before is named and not explained again; cells of a sum that are alike stand on one
 * line; conditions are left to the machine-readable form.
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

/** What was explained already, by what it is. */
type Seen = Set<string>;

const INDENT = "   ";

/** The lines of text below a line's amount. */
export function printTrace(nodes: readonly TraceNode[], reader: TraceReader): readonly string[] {
  return printNodes(nodes, reader, new Set());
}

function printNodes(
  nodes: readonly TraceNode[],
  reader: TraceReader,
  seen: Seen,
): readonly string[] {
  return nodes.filter(isForPeople).flatMap((node) => printNode(node, reader, seen));
}

function printNode(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  switch (node.kind) {
    case "sum":
      return printSum(node, reader, seen);
    case "rounding":
      return printRounding(node, reader, seen);
    case "case":
      return [caseText(node, reader), ...indent(printNodes(node.inputs, reader, seen))];
    case "formula":
      return printFormula(node, reader, seen);
    case "line":
    case "estimate":
    case "cell":
    case "parameter":
    case "fact":
    case "attribute":
    case "calendar":
      return printLeaf(node, reader, seen);
  }
}

/** A rounding that changed nothing is not worth a line. */
function printRounding(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const inputs = printNodes(node.inputs, reader, seen);
  const rounding = roundingTexts(node, reader);
  return rounding.length === 0 ? inputs : [...rounding, ...indent(inputs)];
}

/** A formula's value. The rule itself is told once; after that the figures are enough. */
function printFormula(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const head = `${titleOf(node, reader)} = ${shownValue(node, reader)}`;
  if (seen.has(head)) return [`${head} (${reader.translate("trace.seen")})`];
  const isNewRule = !seen.has(node.id);
  const [only, ...others] = node.inputs.filter(
    (input) => isForPeople(input) && input.kind !== "attribute",
  );
  const isPassedOn =
    (only?.kind === "fact" || only?.kind === "parameter") &&
    others.length === 0 &&
    shownValue(only, reader) === shownValue(node, reader);
  if (isPassedOn && !isNewRule) return printNode(only, reader, seen);
  seen.add(head).add(node.id);
  const rule = isNewRule ? ruleTexts(node, reader) : [];
  const inputs = printNodes(node.inputs, reader, seen);
  return [head, ...indent([...rule, ...figureTexts(node, reader), ...inputs])];
}

/**
 * A parameter, a count, an attribute or an estimate: its value, its ground and the row it was read
 * from.
 */
function printLeaf(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const { counted, ground, value } = node;
  const unit = value.kind === "number" ? value.unit : "";
  const head = `${titleOf(node, reader)} = ${shownValue(node, reader)}`;
  const place = counted === undefined ? "" : ` — ${describeSource(counted, reader.translate)}`;
  const line = head + place;
  const name = `${line}|${ground?.source ?? ""}|${ground?.validFrom ?? ""}`;
  if (seen.has(name)) {
    return node.kind === "attribute" ? [] : [`${head} (${reader.translate("trace.seen")})`];
  }
  seen.add(name);
  return [line, ...indent(ground === undefined ? [] : valueGroundTexts(ground, unit, reader))];
}

function printSum(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const { translate } = reader;
  if (node.inputs.length === 0) return [translate("trace.noCells")];
  const isZero = ({ value }: TraceNode): boolean => value.kind === "number" && value.exact === "0";
  const groups = groupAlike(
    node.inputs.filter((cell) => !isZero(cell)),
    reader,
  );
  const zeros = node.inputs.filter(isZero).map((cell) => keyText(cell, reader));
  return [
    translate("trace.sum", { count: node.inputs.length, value: shownValue(node, reader) }),
    ...indent(groups.flatMap((group) => printCells(group, reader, seen))),
    ...(zeros.length === 0 ? [] : indent([translate("trace.zeros", { names: zeros.join("; ") })])),
  ];
}

function printCells(
  group: readonly TraceNode[],
  reader: TraceReader,
  seen: Seen,
): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const names = group.map((cell) => keyText(cell, reader)).join("; ");
  const each =
    group.length > 1 ? `${reader.translate("trace.each", { count: group.length })} ` : "";
  return [
    `${names} — ${each}${cellText(first, reader)}`,
    ...indent(printNodes(first.inputs, reader, seen)),
  ];
}

function cellText(cell: TraceNode, reader: TraceReader): string {
  const value = shownValue(cell, reader);
  if (cell.withValues === undefined) return value;
  const text = fillValues(cell.withValues, reader);
  return text === value ? text : `${text} = ${value}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => INDENT + line);
}
