/**
 * What a value or a rule stands on, in words: strength, dates, act and clause, source, what it
 * replaced.
 */
import type { TraceGround, TraceNode } from "../calculation/index.ts";
import { formatDate } from "./format-figure.ts";
import { fillValues, shown, shownValue, type TraceReader } from "./trace-words.ts";
import type { Translate } from "./translate.ts";

/** The rule of a formula: its text, how strong the value is, and its ground. */
export function ruleTexts(node: TraceNode, reader: TraceReader): readonly string[] {
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
export function figureTexts(node: TraceNode, reader: TraceReader): readonly string[] {
  if (node.withValues === undefined) return [];
  const filled = fillValues(node.withValues, reader);
  if (filled === shownValue(node, reader)) return [];
  return [reader.translate("trace.withValues", { expression: filled })];
}

/** How strong a value is, since when it holds, since when it is known, and what it replaced. */
export function valueGroundTexts(
  ground: TraceGround,
  unit: string,
  reader: TraceReader,
): readonly string[] {
  const { translate } = reader;
  const { status, knownFrom, replaced } = ground;
  const known = knownFrom && translate("trace.knownFrom", { from: formatDate(knownFrom) });
  const strength = translate("trace.status", { status: translate(`status.${status}`) });
  const earlier = replaced && {
    value: shown({ kind: "number", exact: replaced.digits, unit }, reader),
    from: formatDate(replaced.knownFrom),
  };
  return [
    [strength, validityText(ground, reader), known].filter(Boolean).join("; "),
    ...sourceTexts(ground, reader),
    ...(earlier === undefined ? [] : [translate("trace.replaced", earlier)]),
  ];
}

function validityText({ validFrom, validUntil }: TraceGround, { translate }: TraceReader): string {
  if (validFrom === undefined) return "";
  const from = formatDate(validFrom);
  if (validUntil === undefined) return translate("trace.validFrom", { from });
  return translate("trace.validBetween", { from, until: formatDate(validUntil) });
}

function sourceTexts(
  { act, locator, source }: TraceGround,
  { names, language, translate }: TraceReader,
): readonly string[] {
  const text = source && (names.translationOf(source)?.[language] ?? source);
  const clause = act && { act: act[language], locator: locator?.[language] ?? "" };
  return [
    ...(clause === undefined ? [] : [translate("trace.ground", clause)]),
    ...(text === undefined ? [] : [translate("trace.source", { source: text })]),
  ];
}

/** `file headcounts.csv, row 12`: where a value was read, for people. */
export function describeSource(
  { file, sheet, row }: NonNullable<TraceNode["counted"]>,
  translate: Translate,
): string {
  const sheetText = sheet === undefined ? [] : [translate("place.sheet", { sheet })];
  // What a scenario says of a cell stands in no row.
  const rowText = row === 0 ? [] : [translate("place.row", { row })];
  return [translate("place.file", { file }), ...sheetText, ...rowText].join(", ");
}
