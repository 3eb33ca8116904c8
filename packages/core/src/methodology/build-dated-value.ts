/**
 * What dated values share, be they figures of a parameter or points of a table: a key of codes, a
 * validity, the day from which they were known and their ground. No two of them may be such that
 * they cannot be told apart.
 */
import type { CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import { divideRatios, findDecimal, type Ratio, ratioOfDecimal } from "../money/index.ts";
import { type CalendarDate, findCalendarDate, overlap, type Validity } from "../time/index.ts";
import { buildProvenance } from "./build-provenance.ts";
import { type Entry, inside, type Reporter } from "./definitions.ts";
import type { ProvenanceDocument } from "./document-schema.ts";
import type { ParameterValue } from "./methodology.ts";
import { formatKey } from "./parameter-key.ts";
import type { Provenance, Provision } from "./provision.ts";
import { referCode, referCodeList, reportRepeated } from "./references.ts";
import { suggestName } from "./suggestion.ts";

/** A parameter or a table, as far as its values are told apart. */
export type DatedValues = {
  readonly id: string;
  readonly dimensions: readonly string[];
  readonly values: readonly Pick<ParameterValue, "key" | "validity" | "knownFrom" | "place">[];
  readonly place: Place;
};

/** What dated values are made with. */
export type DatedContext = {
  readonly codeLists: CodeLists;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly report: Reporter;
};

type DatedDocument = ProvenanceDocument & {
  readonly key?: Readonly<Record<string, string>> | undefined;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly knownFrom: string;
};

type Dated = Provenance & Pick<ParameterValue, "key" | "validity" | "knownFrom" | "place">;

const DIGITS = "34 × 0–9";

/** Reports dimensions without a code list and those named twice. */
export function referDimensions(
  dimensions: readonly string[],
  place: Place,
  { codeLists, report }: DatedContext,
): void {
  dimensions.forEach((dimension, position) => {
    referCodeList(dimension, codeLists, inside(place, position), report);
  });
  reportRepeated(dimensions, place, report);
}

/** Key, days and ground of one value; nothing when its days make no sense. */
export function buildDated(
  { value, place }: Entry<DatedDocument>,
  dimensions: readonly string[],
  { codeLists, provisions, report }: DatedContext,
): Dated | undefined {
  const written = value.key ?? {};
  for (const [dimension, code] of Object.entries(written)) {
    const where = inside(place, "key", dimension);
    const list = dimensions.includes(dimension) ? codeLists.get(dimension) : undefined;
    if (list !== undefined) referCode(code, list, where, report);
    else if (!dimensions.includes(dimension)) {
      const suggestion = suggestName(dimension, dimensions);
      report(issue("reference-unknown", where, { name: dimension, kind: "dimension", suggestion }));
    }
  }
  const validity = buildValidity(value, place, report);
  const knownFrom = referDate(value.knownFrom, inside(place, "knownFrom"), report);
  const provenance = buildProvenance(value, place, provisions, report);
  if (validity === undefined || knownFrom === undefined) return undefined;
  const key = dimensions.map((dimension) => written[dimension]);
  return { ...provenance, key, validity, knownFrom, place };
}

/** The exact number, written as a decimal or as a fraction, within the digits it may have. */
export function referFigure(text: string, place: Place, report: Reporter): Ratio | undefined {
  const found = findFigure(text);
  if (found === undefined) {
    report(issue("document-malformed", place, { expected: DIGITS, found: text }));
  }
  return found;
}

/** A decimal `0.085` or a fraction of decimals `2/3`; nothing when it is neither. */
export function findFigure(text: string): Ratio | undefined {
  const [above = "", below = "1", ...rest] = text.split("/");
  const [numerator, denominator] = [findDecimal(above), findDecimal(below)];
  if (numerator === undefined || denominator === undefined || rest.length > 0) return undefined;
  if (denominator.isZero()) return undefined;
  return divideRatios(ratioOfDecimal(numerator), ratioOfDecimal(denominator));
}

/**
 * The interval of a document; days that do not exist and intervals that end before they begin are
 * faults.
 */
export function buildValidity(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo?: string | undefined },
  place: Place,
  report: Reporter,
): Validity | undefined {
  const from = referDate(validFrom, inside(place, "validFrom"), report);
  const to =
    validTo === undefined ? undefined : referDate(validTo, inside(place, "validTo"), report);
  if (from === undefined || (validTo !== undefined && to === undefined)) return undefined;
  if (to !== undefined && to <= from) {
    report(issue("validity-order", inside(place, "validTo"), { from, to }));
    return undefined;
  }
  return { from, to };
}

/** The day, which must exist. */
export function referDate(text: string, place: Place, report: Reporter): CalendarDate | undefined {
  const date = findCalendarDate(text);
  if (date === undefined) report(issue("date-malformed", place, { value: text }));
  return date;
}

/**
 * Two values of one key, known from the same day and valid on a common one, cannot be told apart.
 */
export function reportOverlaps({ id, dimensions, values }: DatedValues, report: Reporter): void {
  const groups = new Map<string, Pick<ParameterValue, "validity">[]>();
  for (const value of values) {
    const key = formatKey(dimensions, value.key);
    const name = `${key}|${value.knownFrom}`;
    const group = groups.get(name) ?? [];
    if (group.some((other) => overlap(other.validity, value.validity))) {
      const facts = { parameter: id, key, knownFrom: value.knownFrom };
      report(issue("parameter-overlap", value.place, facts));
    }
    groups.set(name, [...group, value]);
  }
}
