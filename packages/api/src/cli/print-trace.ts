/**
 * A trace as text that a school director can read from top to bottom.
 *
 * Each value stands on a line of its own, what it was made of below it and further in. A value that
 * was explained before is named and not explained again; cells of a sum that are alike stand on one
 * line; conditions are left to the machine-readable form.
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

/** What was explained already, by what it is. */
type Seen = Set<string>;

const INDENT = "   ";

/** The lines of text below a line's amount. */
export function printTrace(nodes: readonly TraceNode[], reader: TraceReader): readonly string[] {
  return printNodes(nodes, reader, new Set());
}

/** A value that stands several times in one expression is `told` once below it. */
function printNodes(
  nodes: readonly TraceNode[],
  reader: TraceReader,
  seen: Seen,
  told: Seen = new Set(),
): readonly string[] {
  return forPeople(nodes).flatMap((node) => {
    const text = printNode(node, reader, seen, told);
    const name = [node.kind, titleOf(node, reader), shownValue(node, reader)].join("|");
    const own = `${name}|${node.ground?.validFrom ?? ""}`;
    const isAgain = told.has(own) && text.length === 1;
    told.add(own);
    return isAgain ? [] : text;
  });
}

function printNode(
  node: TraceNode,
  reader: TraceReader,
  seen: Seen,
  told: Seen,
): readonly string[] {
  switch (node.kind) {
    case "sum":
      return printSum(node, reader, seen);
    case "rounding":
      return printRounding(node, reader, seen, told);
    case "case":
      return [caseText(node, reader), ...indent(printNodes(node.inputs, reader, seen, told))];
    case "formula":
      return printFormula(node, reader, seen);
    case "stage":
      return printMade(node, reader, seen, `: ${changeText(node, reader)}`);
    case "presence":
      return printMade(node, reader, seen, ` — ${shownValue(node, reader)}`);
    case "line-amount":
    case "mapping":
    case "part":
    case "rate":
    case "stage-result":
    case "table":
    case "total":
      return printMade(node, reader, seen, ` = ${shownValue(node, reader)}`);
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

/**
 * What the run made of other values: what is said of it, its figures, its ground, what it was made
 * of.
 */
function printMade(
  node: TraceNode,
  reader: TraceReader,
  seen: Seen,
  end: string,
): readonly string[] {
  const head = titleOf(node, reader) + end;
  const name = `${head}|${node.expression ?? ""}`;
  if (node.kind === "mapping" && seen.has(name)) return [];
  if (seen.has(name) && node.inputs.length > 0) {
    return [`${head} (${reader.translate("trace.seen")})`];
  }
  seen.add(name);
  return [head, ...indent([...madeTexts(node, reader), ...printNodes(node.inputs, reader, seen)])];
}

function madeTexts(node: TraceNode, reader: TraceReader): readonly string[] {
  const { kind, expression, ground } = node;
  const isFormula = kind === "line-amount" && expression !== undefined;
  return [
    ...(isFormula ? ruleTexts(node, reader) : []),
    ...madeOf(node, reader),
    ...roundingTexts(node, reader),
    ...toldTexts(node, reader),
    ...(isFormula || ground === undefined ? [] : valueGroundTexts(ground, "", reader)),
  ];
}

/** The figures it was made of; a single one stands below anyway, or is the value itself. */
function madeOf(node: TraceNode, reader: TraceReader): readonly string[] {
  const isSingle = node.withValues === undefined || /^(?:⟦\d+⟧|\d+)$/.test(node.withValues.text);
  return isSingle ? [] : figureTexts(node, reader);
}

/** A rounding that changed nothing is not worth a line. */
function printRounding(
  node: TraceNode,
  reader: TraceReader,
  seen: Seen,
  told: Seen,
): readonly string[] {
  const inputs = printNodes(node.inputs, reader, seen, told);
  const rounding = roundingTexts(node, reader);
  return rounding.length === 0 ? inputs : [...rounding, ...indent(inputs)];
}

/** A formula's value. The rule itself is told once; after that the figures are enough. */
function printFormula(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const head = `${titleOf(node, reader)} = ${shownValue(node, reader)}`;
  if (seen.has(head)) return [`${head} (${reader.translate("trace.seen")})`];
  const isNewRule = !seen.has(node.id);
  const [only, ...others] = forPeople(node.inputs).filter(({ kind }) => kind !== "attribute");
  const isPassedOn =
    (only?.kind === "fact" || only?.kind === "parameter") &&
    others.length === 0 &&
    shownValue(only, reader) === shownValue(node, reader);
  if (isPassedOn && !isNewRule) return printNode(only, reader, seen, new Set());
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
  const texts = ground === undefined ? [] : valueGroundTexts(ground, unit, reader);
  const parts = printNodes(node.inputs, reader, seen);
  return [line, ...indent([...texts, ...figureTexts(node, reader), ...parts])];
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
