/** Parameters with their dated values, none below the least that makes sense. */
import { issue, present } from "../kernel/index.ts";
import { compareRatios, findDecimal, findUnit, ratioOfDecimal } from "../money/index.ts";
import {
  buildDated,
  type DatedContext,
  referDimensions,
  referFigure,
  reportOverlaps,
} from "./build-dated-value.ts";
import { referCause } from "./cause.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Parameter, ParameterValue } from "./methodology.ts";
import { suggestName } from "./suggestion.ts";

type ParameterDocument = NonNullable<MethodologyDocument["parameters"]>[number];
type ValueDocument = NonNullable<ParameterDocument["values"]>[number];

export function buildParameters(
  definitions: Definitions,
  context: DatedContext,
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
  context: DatedContext,
): Parameter {
  const { parameter: id, label, dimensions = [], minimum, cause } = value;
  referDimensions(dimensions, inside(place, "dimensions"), context);
  referCause(cause, place, context.codeLists, context.report);
  if (minimum !== undefined) referFigure(minimum, inside(place, "minimum"), context.report);
  const built = {
    id,
    label,
    unit: present(findUnit(value.unit), `${value.unit} is not a unit`),
    dimensions,
    cause,
    minimum,
    values: values.flatMap((entry) => buildValue(entry, dimensions, context)),
    place,
  };
  checkValues(built, context.report);
  return built;
}

function buildValue(
  entry: Entry<ValueDocument>,
  dimensions: readonly string[],
  context: DatedContext,
): readonly ParameterValue[] {
  const { value: digits } = entry.value;
  const dated = buildDated(entry, dimensions, context);
  const value = referFigure(digits, inside(entry.place, "value"), context.report);
  return dated === undefined || value === undefined ? [] : [{ ...dated, digits, value }];
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
