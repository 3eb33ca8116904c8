/**
 * A trace as text that a school director can read from top to bottom.
 *
 * Each value stands on a line of its own, what it was made of below it and further in. A value that
 * was explained before is named and not explained again; cells of a sum that are alike stand on one
 * line; conditions are left to the machine-readable form.
 */
import type { CalculationRun, Language, TraceGround, TraceNode, TraceText } from "@zhanbasy/core";
import { formatDate, formatDigits, formatUnitText, formatValue } from "./format-figure.ts";
import { describeSource, type Translate } from "./texts.ts";

export type TraceReader = {
  readonly run: CalculationRun;
  readonly language: Language;
  readonly translate: Translate;
};

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

/** Conditions and months decide what is counted; their outcome is seen in the cells. */
function isForPeople({ kind, value }: TraceNode): boolean {
  return kind !== "calendar" && value.kind !== "truth" && value.kind !== "code";
}

function printNode(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  switch (node.kind) {
    case "sum":
      return printSum(node, reader, seen);
    case "rounding":
      return [roundingText(node, reader), ...indent(printNodes(node.inputs, reader, seen))];
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

/** A formula's value. The rule itself is told once; after that the figures are enough. */
function printFormula(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const head = `${titleOf(node, reader)} = ${shownValue(node, reader)}`;
  if (seen.has(head)) return [`${head} (${reader.translate("trace.seen")})`];
  const isNewRule = !seen.has(node.id);
  const [only, ...others] = node.inputs.filter(isForPeople);
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
  const { counted, ground } = node;
  const head = `${titleOf(node, reader)} = ${shownValue(node, reader)}`;
  const place = counted === undefined ? "" : ` — ${describeSource(counted, reader.translate)}`;
  const line = head + place;
  if (seen.has(line))
    return node.kind === "attribute" ? [] : [`${head} (${reader.translate("trace.seen")})`];
  seen.add(line);
  return [line, ...indent(ground === undefined ? [] : valueGroundTexts(ground, reader))];
}

function printSum(node: TraceNode, reader: TraceReader, seen: Seen): readonly string[] {
  const cells = node.inputs.filter(({ value }) => value.kind !== "number" || value.exact !== "0");
  const zeros = node.inputs.length - cells.length;
  const { translate } = reader;
  const lines = groupAlike(cells, reader).flatMap((group) => printCells(group, reader, seen));
  return [
    translate("trace.sum", { count: node.inputs.length, value: shownValue(node, reader) }),
    ...indent(lines),
    ...(zeros === 0 ? [] : indent([translate("trace.zeros", { count: zeros })])),
  ];
}

/** Neighbouring cells that are alike in everything but their name. */
function groupAlike(
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
  const inputs = node.inputs.filter(isForPeople).map((input) => contentOf(input, reader));
  const figures = node.withValues === undefined ? "" : fillValues(node.withValues, reader);
  const key = node.kind === "parameter" || node.kind === "fact" ? keyText(node, reader) : "";
  return [node.kind, node.id, key, shownValue(node, reader), figures, ...inputs].join("|");
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
    `${names}: ${each}${cellText(first, reader)}`,
    ...indent(printNodes(first.inputs, reader, seen)),
  ];
}

function cellText(cell: TraceNode, reader: TraceReader): string {
  const value = shownValue(cell, reader);
  if (cell.withValues === undefined) return value;
  const text = fillValues(cell.withValues, reader);
  return text === value ? text : `${text} = ${value}`;
}

/** The rule of a formula: its text, how strong the value is, and its ground. */
function ruleTexts(node: TraceNode, reader: TraceReader): readonly string[] {
  const { translate } = reader;
  const { expression = "", status, ground } = node;
  return [
    translate("trace.formula", { expression: expression.replace(/\s+/g, " ") }),
    ...(status === undefined
      ? []
      : [translate("trace.status", { status: translate(`status.${status}`) })]),
    ...(ground === undefined ? [] : sourceTexts(ground, reader)),
  ];
}

/** The formula with its figures, where that says more than the value. */
function figureTexts(node: TraceNode, reader: TraceReader): readonly string[] {
  if (node.withValues === undefined) return [];
  const filled = fillValues(node.withValues, reader);
  if (filled === shownValue(node, reader)) return [];
  return [reader.translate("trace.withValues", { expression: filled })];
}

/** How strong a value is, since when it holds, since when it is known, and what it replaced. */
function valueGroundTexts(ground: TraceGround, reader: TraceReader): readonly string[] {
  const { language, translate } = reader;
  const { status, knownFrom, replaced } = ground;
  const known =
    knownFrom && translate("trace.knownFrom", { from: formatDate(knownFrom, language) });
  const strength = translate("trace.status", { status: translate(`status.${status}`) });
  const earlier = replaced && {
    value: formatDigits(replaced.digits, language),
    from: formatDate(replaced.knownFrom, language),
  };
  return [
    [strength, validityText(ground, reader), known].filter(Boolean).join("; "),
    ...sourceTexts(ground, reader),
    ...(earlier === undefined ? [] : [translate("trace.replaced", earlier)]),
  ];
}

function validityText(
  { validFrom, validUntil }: TraceGround,
  { language, translate }: TraceReader,
): string {
  if (validFrom === undefined) return "";
  const from = formatDate(validFrom, language);
  if (validUntil === undefined) return translate("trace.validFrom", { from });
  return translate("trace.validBetween", { from, until: formatDate(validUntil, language) });
}

function sourceTexts(
  { act, locator, source }: TraceGround,
  { run, language, translate }: TraceReader,
): readonly string[] {
  const text = source && (run.plan.methodology.translations.get(source)?.[language] ?? source);
  const clause = act && { act: act[language], locator: locator?.[language] ?? "" };
  return [
    ...(clause === undefined ? [] : [translate("trace.ground", clause)]),
    ...(text === undefined ? [] : [translate("trace.source", { source: text })]),
  ];
}

function titleOf(node: TraceNode, reader: TraceReader): string {
  const label = node.label?.[reader.language] ?? node.id;
  const key = keyText(node, reader);
  return key === "" ? label : `${label} [${key}]`;
}

function keyText({ key }: TraceNode, reader: TraceReader): string {
  return key.map(({ dimension, code }) => labelOfCode(dimension, code, reader)).join(", ");
}

function labelOfCode(codeList: string, code: string, { run, language }: TraceReader): string {
  const list = run.plan.methodology.codeLists.get(codeList);
  return list?.codes.get(code)?.label[language] ?? code;
}

function shownValue({ value }: TraceNode, reader: TraceReader): string {
  return formatValue(value, reader.language, reader.translate, (list, code) =>
    labelOfCode(list, code, reader),
  );
}

function roundingText(node: TraceNode, reader: TraceReader): string {
  const { language, translate } = reader;
  const { rounding } = node;
  if (rounding === undefined) return shownValue(node, reader);
  const labelOf = (list: string, code: string) => labelOfCode(list, code, reader);
  return translate("trace.rounding", {
    before: formatValue(rounding.before, language, translate, labelOf),
    after: shownValue(node, reader),
    places: rounding.places,
    mode: translate(`rounding.${rounding.mode}`),
  });
}

function caseText(node: TraceNode, reader: TraceReader): string {
  return reader.translate("trace.case", { label: node.id, value: shownValue(node, reader) });
}

/** The expression with its figures put in, in the signs of arithmetic. */
function fillValues({ text, values }: TraceText, reader: TraceReader): string {
  const { language, translate } = reader;
  const labelOf = (list: string, code: string) => labelOfCode(list, code, reader);
  const parts = text.split(/⟦(\d+)⟧/);
  return parts
    .map((part, place) => {
      if (place % 2 === 0) return inSigns(part, reader);
      const value = values[Number(part)];
      return value === undefined ? "" : formatValue(value, language, translate, labelOf);
    })
    .join("");
}

const WRITTEN_NUMBER = /(\d+(?:\.\d+)?)(?: ([A-Za-z]\w*(?:[*/][A-Za-z]\w*)*))?/g;

/** A part between figures: signs of arithmetic, and the numbers the formula itself writes. */
function inSigns(part: string, { language, translate }: TraceReader): string {
  return part
    .replace(/\s+/g, " ")
    .replaceAll(" * ", " × ")
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" - ", " − ")
    .replace(WRITTEN_NUMBER, (_written, digits: string, unit: string | undefined) => {
      const shown = formatDigits(digits, language);
      return unit === undefined ? shown : `${shown} ${formatUnitText(unit, translate, digits)}`;
    });
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => INDENT + line);
}
