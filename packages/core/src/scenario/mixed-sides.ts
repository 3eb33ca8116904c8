/**
 * The two calculations between which a difference is split, each with its law as it holds for the
 * year: of parameters and tables only the values known on its own day.
 */
import { buildPlan, type CalculationPlan } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, type Result } from "../kernel/index.ts";
import {
  findNamedValue,
  type Names,
  type Parameter,
  signaturesOf,
  type Table,
} from "../methodology/index.ts";
import { type AsOf, dateOf, overlap, type Validity } from "../time/index.ts";
import type { CalculationInputs } from "./scenario.ts";

export type Side = CalculationInputs & {
  readonly plan: CalculationPlan;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly tables: ReadonlyMap<string, Table>;
  /** What a name means in the law of this side. */
  readonly names: Names;
};

export type Sides = { readonly from: Side; readonly to: Side };

/** Refused where a side has no plan, or where the sides are nothing that can be mixed. */
export function openSides(from: CalculationInputs, to: CalculationInputs): Result<Sides> {
  const [unlike, ...others] = unlikeness(from, to);
  if (unlike !== undefined) return fail(unlike, others);
  const [first, second] = [openSide(from), openSide(to)];
  if (!first.ok) return first;
  return second.ok ? ok({ from: first.value, to: second.value }) : second;
}

/** The same side for every calculation between the two: what was known by the later day. */
export function mixedAsOf({ from, to }: Sides): AsOf {
  return from.asOf.knownOn > to.asOf.knownOn ? from.asOf : to.asOf;
}

/** Whether a law knows the name, whatever it calls so. */
export function knowsName({ names }: Side, name: string): boolean {
  return names.tables.has(name) || findNamedValue(names, name) !== undefined;
}

function openSide(inputs: CalculationInputs): Result<Side> {
  const { methodology, asOf } = inputs;
  const planned = buildPlan(methodology, asOf);
  if (!planned.ok) return planned;
  const parameters = valuesOfYear(methodology.parameters, asOf);
  const tables = valuesOfYear(methodology.tables, asOf);
  const { calendar, codeLists, attributes, facts, mappings, currency } = methodology;
  const plan = planned.value;
  const names: Names = {
    ...{ calendar, codeLists, attributes, facts, mappings, currency, parameters, tables },
    formulas: plan.formulas,
    stageSignatures: signaturesOf(methodology.stages),
  };
  return ok({ ...inputs, plan, parameters, tables, names });
}

type Dated = { readonly knownFrom: string; readonly validity: Validity };

function valuesOfYear<Definition extends { readonly values: readonly Dated[] }>(
  definitions: ReadonlyMap<string, Definition>,
  { budgetYear, knownOn }: AsOf,
): ReadonlyMap<string, Definition> {
  const year = { from: dateOf(budgetYear, 1, 1), to: dateOf(budgetYear + 1, 1, 1) };
  const isOfYear = ({ knownFrom, validity }: Dated): boolean =>
    knownFrom <= knownOn && overlap(validity, year);
  return new Map(
    [...definitions].map(([id, each]) => [id, { ...each, values: each.values.filter(isOfYear) }]),
  );
}

function unlikeness(from: CalculationInputs, to: CalculationInputs): readonly Issue[] {
  const compared = [
    { kind: "budget-year", of: ({ asOf }: CalculationInputs) => `${asOf.budgetYear}` },
    { kind: "currency", of: ({ methodology }: CalculationInputs) => methodology.currency },
    { kind: "id-scheme", of: ({ methodology }: CalculationInputs) => methodology.idScheme },
  ];
  return compared
    .filter(({ of }) => of(from) !== of(to))
    .map(({ kind, of }) => issue("runs-unlike", {}, { kind, from: of(from), to: of(to) }));
}
