/**
 * What inputs say where an override speaks: the value under it before it is applied, the value it
 * gives afterwards. Equal values are equal text, however their digits were written.
 */
import { chooseStages, chooseWordings, exactText } from "../calculation/index.ts";
import { groupItems, present } from "../kernel/index.ts";
import { printExpression } from "../methodology/index.ts";
import { formatTenge } from "../money/index.ts";
import { factRowName, type Headcount, headcountName } from "../register/index.ts";
import { type CalendarDate, dateOf } from "../time/index.ts";
import type { AppliedScenario } from "./apply-scenario.ts";
import { findOverridden, spansOfKey } from "./overridden-values.ts";
import { type CellRow, nameOfRow } from "./override-facts.ts";
import { scopeOf } from "./override-target.ts";
import type { CalculationInputs, Override, ParameterOverride } from "./scenario.ts";

/**
 * A value, and the day from which it stands; no day where it stands from the first one on. From a
 * day on which nothing stands any more the value is empty text.
 */
export type StandingValue = {
  readonly from: CalendarDate | undefined;
  readonly value: string;
};

/** From one day up to, not including, another. */
type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** All that a calculation looks at when it asks what stands. */
type StandingInputs = Pick<AppliedScenario, "inputs" | "envelopes">;

/**
 * The values one after another where they change within the days; none where nothing stands.
 * `cell` is the row of an override of a fact.
 */
export type Standing = (
  override: Override,
  cell: CellRow | undefined,
  days: Days,
) => readonly StandingValue[];

/** What stands in these inputs, which are looked through once. */
export function openStanding({ inputs, envelopes }: StandingInputs): Standing {
  const { methodology, asOf } = inputs;
  const formulas = once(() => chooseWordings(methodology, asOf).formulas);
  const stages = once(() => chooseStages(methodology, asOf).stages);
  const valueInRow = openRows(inputs);
  return (override, cell, days) => {
    switch (override.kind) {
      case "parameter":
        return parameterAt(inputs, override, days);
      case "fact":
        return always(cell && valueInRow(cell));
      case "formula": {
        const wording = formulas().get(override.formula);
        return always(wording && printExpression(wording.expression));
      }
      case "switch": {
        const stage = stages().find(({ id }) => id === override.stage);
        if (stage === undefined) return [];
        return always(stage.switch === undefined ? "true" : printExpression(stage.switch));
      }
      case "envelope": {
        const scope = scopeOf(override);
        const found = envelopes.find((each) => scopeOf(each) === scope);
        return always(found && formatTenge(found.amount));
      }
    }
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What the register says in the row of a cell; nothing where it has none. Only rows of the
 * organisations that are asked about are named.
 */
function openRows(
  inputs: Pick<CalculationInputs, "snapshot">,
): (cell: CellRow) => string | undefined {
  const counted = openNames(() => inputs.snapshot.headcounts, headcountName, valueOfHeadcount);
  const named = openNames(
    () => inputs.snapshot.facts,
    factRowName,
    ({ value }) => value,
  );
  return (cell) => {
    const values = cell.source === "facts" ? named : counted;
    return values(cell.row.organisationId).get(nameOfRow(cell));
  };
}

function valueOfHeadcount({ headcount }: Headcount): string {
  return `${headcount}`;
}

/** Values by the names of rows, organisation by organisation, each looked through once. */
function openNames<Row extends { readonly organisationId: string }>(
  rows: () => readonly Row[],
  nameOf: (row: Row) => string,
  textOf: (row: Row) => string,
): (organisationId: string) => ReadonlyMap<string, string> {
  const owned = once(() => groupItems(rows(), ({ organisationId }) => organisationId));
  const named = new Map<string, ReadonlyMap<string, string>>();
  return (organisationId) => {
    const own = owned().get(organisationId) ?? [];
    const known =
      named.get(organisationId) ?? new Map(own.map((row) => [nameOf(row), textOf(row)]));
    named.set(organisationId, known);
    return known;
  };
}

function always(value: string | undefined): readonly StandingValue[] {
  return value === undefined ? [] : [{ from: undefined, value }];
}

function parameterAt(
  { methodology, asOf }: CalculationInputs,
  { parameter: id, key: codes }: ParameterOverride,
  days: Days,
): readonly StandingValue[] {
  const parameter = methodology.parameters.get(id);
  if (parameter === undefined) return [];
  const key = parameter.dimensions.map((dimension) => codes.get(dimension));
  const spans = spansOfKey(parameter, key, days, asOf.knownOn);
  const first = spans.findIndex(({ value }) => value !== undefined);
  return first < 0
    ? []
    : spans.slice(first).map(({ from, value }) => ({
        from: from === days.from ? undefined : from,
        value: value === undefined ? "" : exactText(value.value),
      }));
}

/** The budget year. */
export function yearOfInputs({ asOf }: Pick<CalculationInputs, "asOf">): Days {
  return { from: dateOf(asOf.budgetYear, 1, 1), to: dateOf(asOf.budgetYear + 1, 1, 1) };
}

/** The days of the year on which an override speaks; all of them, but for values of parameters. */
export function daysOfOverride(inputs: CalculationInputs, override: Override): Days {
  const year = yearOfInputs(inputs);
  if (override.kind !== "parameter") return year;
  const found = findOverridden(inputs, override, override.place);
  if (!found.ok) return { from: override.validFrom ?? year.from, to: override.validTo ?? year.to };
  const { from, to } = found.value.validity;
  return { from, to: present(to, "a replaced value has an end") };
}
