/**
 * Parameters with their dated values: keys in code lists, no two values that cannot be told apart.
 */
import type { CodeLists } from "../classification/index.ts";
import { issue, type Place, present } from "../kernel/index.ts";
import { compareRatios, findDecimal, findUnit, ratioOfDecimal } from "../money/index.ts";
import { type CalendarDate, findCalendarDate, overlap, type Validity } from "../time/index.ts";
import { buildProvenance } from "./build-provenance.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Parameter, ParameterValue } from "./methodology.ts";
import { formatKey } from "./parameter-key.ts";
import type { Provision } from "./provision.ts";
import { referCode, referCodeList, reportRepeated } from "./references.ts";
import { suggestName } from "./suggestion.ts";

type ParameterDocument = NonNullable<MethodologyDocument["parameters"]>[number];
type ValueDocument = NonNullable<ParameterDocument["values"]>[number];

const DIGITS = "34 × 0–9";

/** What a parameter is made with. */
export type ParameterContext = {
  readonly codeLists: CodeLists;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly report: Reporter;
};

export function buildParameters(
  definitions: Definitions,
  context: ParameterContext,
): ReadonlyMap<string, Parameter> {
  const { report } = context;
  const entries = byName(
    definitions.section("parameters"),
    "parameter",
    ({ parameter }) => parameter,
    report,
  );
  const values = gatherValues(definitions, entries, report);
  const parameters = new Map<string, Parameter>();
  for (const [id, entry] of entries) {
    parameters.set(id, buildParameter(entry, values.get(id) ?? [], context));
  }
  return parameters;
}

/** Values that lower layers added to a declaration which a later layer replaced are left out. */
function gatherValues(
  definitions: Definitions,
  entries: ReadonlyMap<string, Entry<ParameterDocument>>,
  report: Reporter,
): ReadonlyMap<string, readonly Entry<ValueDocument>[]> {
  const values = new Map<string, Entry<ValueDocument>[]>();
  const add = (id: string, added: readonly ValueDocument[], { place, layer }: Entry<unknown>) => {
    const list = values.get(id) ?? [];
    added.forEach((value, position) => {
      list.push({ value, place: inside(place, "values", position), layer });
    });
    values.set(id, list);
  };
  for (const [id, entry] of entries) add(id, entry.value.values ?? [], entry);
  for (const entry of definitions.section("parameterValues")) {
    const name = entry.value.parameter;
    const declared = entries.get(name);
    if (declared !== undefined) {
      if (entry.layer >= declared.layer) add(name, entry.value.values, entry);
    } else {
      const facts = { name, kind: "parameter", suggestion: suggestName(name, entries.keys()) };
      report(issue("reference-unknown", inside(entry.place, "parameter"), facts));
    }
  }
  return values;
}

function buildParameter(
  { value, place }: Entry<ParameterDocument>,
  values: readonly Entry<ValueDocument>[],
  context: ParameterContext,
): Parameter {
  const { parameter: id, label, dimensions = [] } = value;
  dimensions.forEach((dimension, position) => {
    const where = inside(place, "dimensions", position);
    referCodeList(dimension, context.codeLists, where, context.report);
  });
  reportRepeated(dimensions, inside(place, "dimensions"), context.report);
  if (value.minimum !== undefined && findDecimal(value.minimum) === undefined) {
    const facts = { expected: DIGITS, found: value.minimum };
    context.report(issue("document-malformed", inside(place, "minimum"), facts));
  }
  const built = {
    id,
    label,
    unit: present(findUnit(value.unit), `${value.unit} is not a unit`),
    dimensions,
    minimum: value.minimum,
    values: values.flatMap((entry) => buildValue(entry, dimensions, context)),
    place,
  };
  checkValues(built, context.report);
  return built;
}

function buildValue(
  { value, place }: Entry<ValueDocument>,
  dimensions: readonly string[],
  context: ParameterContext,
): readonly ParameterValue[] {
  const { report } = context;
  const written = value.key ?? {};
  for (const [dimension, code] of Object.entries(written)) {
    const where = inside(place, "key", dimension);
    const list = dimensions.includes(dimension) ? context.codeLists.get(dimension) : undefined;
    if (list !== undefined) referCode(code, list, where, report);
    else if (!dimensions.includes(dimension)) {
      const suggestion = suggestName(dimension, dimensions);
      report(issue("reference-unknown", where, { name: dimension, kind: "dimension", suggestion }));
    }
  }
  const decimal = findDecimal(value.value);
  const validity = buildValidity(value, place, report);
  const knownFrom = referDate(value.knownFrom, inside(place, "knownFrom"), report);
  const provenance = buildProvenance(value, place, context.provisions, report);
  if (decimal === undefined) {
    const facts = { expected: DIGITS, found: value.value };
    report(issue("document-malformed", inside(place, "value"), facts));
  }
  if (decimal === undefined || validity === undefined || knownFrom === undefined) return [];
  const key = dimensions.map((dimension) => written[dimension]);
  const digits = value.value;
  return [
    { ...provenance, key, digits, value: ratioOfDecimal(decimal), validity, knownFrom, place },
  ];
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

/** Values that cannot be told apart, and values below the least that makes sense. */
export function checkValues(parameter: Parameter, report: Reporter): void {
  reportOverlaps(parameter, report);
  const { minimum, values } = parameter;
  const least = minimum === undefined ? undefined : findDecimal(minimum);
  if (minimum === undefined || least === undefined) return;
  for (const { value, digits, place } of values) {
    if (compareRatios(value, ratioOfDecimal(least)) < 0) {
      report(issue("value-below-minimum", place, { value: digits, minimum }));
    }
  }
}

/**
 * Two values of one key, known from the same day and valid on a common one, cannot be told apart.
 */
function reportOverlaps(parameter: Parameter, report: Reporter): void {
  const groups = new Map<string, ParameterValue[]>();
  for (const value of parameter.values) {
    const name = `${formatKey(parameter.dimensions, value.key)}|${value.knownFrom}`;
    const group = groups.get(name) ?? [];
    if (group.some((other) => overlap(other.validity, value.validity))) {
      const facts = {
        parameter: parameter.id,
        key: formatKey(parameter.dimensions, value.key),
        knownFrom: value.knownFrom,
      };
      report(issue("parameter-overlap", value.place, facts));
    }
    groups.set(name, [...group, value]);
  }
}
