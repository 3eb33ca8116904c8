/**
 * Gaps in time: days of a declared year on which a key that the law knows has no value.
 *
 * A key counts when it has a value in any declared year, and a value covers a year when it was
 * known by its 31 December. Parameters and tables that no formula uses are left alone. A
 * methodology of some year without a single line has nothing but a gap.
 */
import type { CodeLists } from "../classification/index.ts";
import { type Issue, issue } from "../kernel/index.ts";
import { type CalendarDate, dateOf, type Validity } from "../time/index.ts";
import type { DatedValues } from "./build-dated-value.ts";
import { namesIn, reachableNames } from "./formula-graph.ts";
import type { Methodology, ParameterValue } from "./methodology.ts";
import { formatKey } from "./parameter-key.ts";
import { expressionsOfStage } from "./stage-expressions.ts";

export function checkCoverage(methodology: Methodology): readonly Issue[] {
  const used = usedNames(methodology);
  const { parameters, tables } = methodology;
  const dated = [...parameters.values(), ...tables.values()].filter(({ id }) => used.has(id));
  const gaps = dated.flatMap((each) => gapsOf(each, methodology));
  if (methodology.years.length === 0 || methodology.lines.length > 0) return gaps;
  return [issue("lines-missing", {}, { methodology: methodology.id })];
}

/** Every name that some line or stage, reaching through formulas, stands on. */
export function usedNames(methodology: Methodology): ReadonlySet<string> {
  const edges = new Map<string, readonly string[]>();
  for (const [name, versions] of methodology.formulas) {
    edges.set(
      name,
      versions.flatMap(({ expression }) => namesIn(expression)),
    );
  }
  const roots = methodology.lines.flatMap(({ when, amount, headcount }) => [
    ...namesIn(when),
    ...namesIn(amount),
    ...(headcount === undefined ? [] : namesIn(headcount)),
  ]);
  const staged = methodology.stages.flatMap((stage) =>
    expressionsOfStage(stage).flatMap(({ expression }) => namesIn(expression)),
  );
  return reachableNames([...roots, ...staged], edges);
}

type Key = ParameterValue["key"];

function gapsOf(
  definition: DatedValues,
  { years, codeLists }: Pick<Methodology, "years" | "codeLists">,
): readonly Issue[] {
  const { dimensions, values, id, place } = definition;
  const spans = years.map((year) => ({ from: dateOf(year, 1, 1), to: dateOf(year + 1, 1, 1) }));
  const keys = new Map<string, Key>();
  for (const { key, validity } of values) {
    if (spans.some((span) => clip(validity, span) !== undefined)) {
      keys.set(formatKey(dimensions, key), key);
    }
  }
  const wanted = keys.size === 0 ? [[]] : [...keys.values()];
  const found = new Map<string, Issue>();
  for (const key of wanted) {
    for (const span of spans) {
      const known = values.filter(({ knownFrom }) => knownFrom < span.to);
      const gaps = gapsOfKey({ dimensions, values: known, codeLists }, key, span);
      for (const { key: open, from, to } of gaps) {
        const facts = { parameter: id, key: formatKey(dimensions, open), from, to };
        found.set(`${facts.key} ${from}`, issue("parameter-gap", place, facts));
      }
    }
  }
  return [...found.values()];
}

type Gap = Span & { readonly key: Key };

/** The values known by the end of a year. */
type KnownValues = Pick<DatedValues, "dimensions" | "values"> & { readonly codeLists: CodeLists };

/**
 * Days on which no value holds for the key. Where a key leaves a dimension open and each code of it
 * has values of its own in the gap, the codes are asked one by one.
 */
function gapsOfKey(known: KnownValues, key: Key, span: Span): readonly Gap[] {
  const covered = known.values
    .filter((value) => value.key.every((code, place) => code === undefined || code === key[place]))
    .flatMap(({ validity }) => clip(validity, span) ?? []);
  return uncovered(covered, span).flatMap((gap) => {
    const divided = divideKey(known, key, gap);
    if (divided.length === 0) return [{ ...gap, key }];
    return divided.flatMap((each) => gapsOfKey(known, each, gap));
  });
}

/** The key with each code of one of its open dimensions, when all have values in the gap. */
function divideKey({ dimensions, values, codeLists }: KnownValues, key: Key, gap: Span): Key[] {
  const within = values.filter(
    (value) =>
      clip(value.validity, gap) !== undefined &&
      value.key.every((code, place) => code === undefined || (key[place] ?? code) === code),
  );
  for (const [place, dimension] of dimensions.entries()) {
    const codes = [...(codeLists.get(dimension)?.codes.keys() ?? [])];
    const named = new Set(within.map((value) => value.key[place]));
    if (key[place] !== undefined || !codes.every((code) => named.has(code))) continue;
    return codes.map((code) => dimensions.map((_, at) => (at === place ? code : key[at])));
  }
  return [];
}

type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

function clip(validity: Validity, span: Span): Span | undefined {
  const from = validity.from > span.from ? validity.from : span.from;
  const to = validity.to !== undefined && validity.to < span.to ? validity.to : span.to;
  return from < to ? { from, to } : undefined;
}

function uncovered(covered: readonly Span[], span: Span): readonly Span[] {
  const gaps: Span[] = [];
  let reached = span.from;
  const inOrder = covered.toSorted((left, right) => (left.from < right.from ? -1 : 1));
  for (const { from, to } of inOrder) {
    if (from > reached) gaps.push({ from: reached, to: from });
    if (to > reached) reached = to;
  }
  if (reached < span.to) gaps.push({ from: reached, to: span.to });
  return gaps;
}
