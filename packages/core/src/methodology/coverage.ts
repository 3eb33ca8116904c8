/**
 * Gaps in time: days of a declared year on which a key that the law knows has no value.
 *
 * A key counts when it has a value in any declared year. Parameters no formula uses are left alone.
 */
import { type Issue, issue } from "../kernel/index.ts";
import { type CalendarDate, dateOf, type Validity } from "../time/index.ts";
import { namesIn, reachableNames } from "./formula-graph.ts";
import type { Methodology, Parameter, ParameterValue } from "./methodology.ts";
import { formatKey } from "./parameter-key.ts";

export function checkCoverage(methodology: Methodology): readonly Issue[] {
  const used = usedNames(methodology);
  const parameters = [...methodology.parameters.values()].filter(({ id }) => used.has(id));
  return parameters.flatMap((parameter) => gapsOf(parameter, methodology.years));
}

/** Every name that some line, reaching through formulas, stands on. */
export function usedNames(methodology: Methodology): ReadonlySet<string> {
  const edges = new Map<string, readonly string[]>();
  for (const [name, versions] of methodology.formulas) {
    edges.set(
      name,
      versions.flatMap(({ expression }) => namesIn(expression)),
    );
  }
  const roots = methodology.lines.flatMap(({ when, amount }) => [
    ...namesIn(when),
    ...namesIn(amount),
  ]);
  return reachableNames(roots, edges);
}

function gapsOf(parameter: Parameter, years: readonly number[]): readonly Issue[] {
  const spans = years.map((year) => ({ from: dateOf(year, 1, 1), to: dateOf(year + 1, 1, 1) }));
  const keys = new Map<string, ParameterValue["key"]>();
  for (const { key, validity } of parameter.values) {
    if (spans.some((span) => clip(validity, span) !== undefined)) {
      keys.set(formatKey(parameter.dimensions, key), key);
    }
  }
  const wanted = keys.size === 0 ? [[]] : [...keys.values()];
  return wanted.flatMap((key) => spans.flatMap((span) => gapsOfKey(parameter, key, span)));
}

function gapsOfKey(parameter: Parameter, key: ParameterValue["key"], span: Span): readonly Issue[] {
  const covered = parameter.values
    .filter((value) => value.key.every((code, place) => code === undefined || code === key[place]))
    .flatMap(({ validity }) => clip(validity, span) ?? []);
  return uncovered(covered, span).map(({ from, to }) =>
    issue("parameter-gap", parameter.place, {
      parameter: parameter.id,
      key: formatKey(parameter.dimensions, key),
      from,
      to,
    }),
  );
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
