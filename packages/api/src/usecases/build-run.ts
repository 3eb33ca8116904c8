/** A calculation as a run to be kept: its hashes, its lines and what its reader must be told. */
import {
  type CalculationRun,
  ENGINE_VERSION,
  formatUnit,
  type Issue,
  identifyRun,
  type Label,
  lineName,
  type Methodology,
  type UsedParameter,
  type UsedTable,
} from "@zhanbasy/core";
import type { AssumedValue, IssueData } from "../contract.ts";
import type { Envelope, NewRun } from "./ports.ts";
import { type AssessedRun, weakValuesOf } from "./weak-values.ts";

/** What a run has beside its calculation. */
export type RunCircumstances = {
  readonly id: string;
  readonly createdAt: Date;
  readonly envelope: Envelope | undefined;
  readonly warnings: readonly Issue[];
  /** What a person calls it. */
  readonly name?: string | undefined;
  /** What was said to come to it; nothing where the city stands as it is. */
  readonly scenario?: RunScenario;
};

/** The scenario of a run: of which inputs it is, and what is kept of it. */
export type RunScenario = Pick<AssessedRun, "base" | "overrides"> & {
  /** The hashes of the register and of the law before any override. */
  readonly inputs: Pick<NewRun, "registerHash" | "methodologyHash">;
  readonly kept: NonNullable<NewRun["scenario"]>;
};

/** The run with the identity of its inputs and of its result. */
export function buildRun(run: CalculationRun, circumstances: RunCircumstances): NewRun {
  const { scenario, warnings, ...own } = circumstances;
  const { inputHashes, resultHash } = identifyRun(run);
  const { plan, snapshot, lines, totals } = run;
  return {
    ...own,
    registerHash: inputHashes.register,
    methodologyHash: inputHashes.methodology,
    ...scenario?.inputs,
    ...(scenario === undefined ? {} : { scenario: scenario.kept }),
    resultHash,
    asOf: plan.asOf,
    engineVersion: ENGINE_VERSION,
    total: totals.total,
    organisationCount: snapshot.organisations.length,
    lines: lines.map((line) => ({ ...line, headcount: line.headcount ?? null })),
    lineLabels: lineLabels(run),
    assumed: assumedValues(run),
    warnings: warnings.map(issueData),
    weak: weakValuesOf({
      ...{ run, limit: own.envelope },
      ...(scenario ?? { base: plan.methodology, overrides: [] }),
    }),
  };
}

/** An issue as the server answers it. */
export function issueData({ code, facts, place }: Issue): IssueData {
  const { offset: _offset, ...shown } = place;
  return { code, facts, place: shown };
}

/** What pays the lines of a name; a name that several definitions share has no label. */
function lineLabels({ plan }: CalculationRun): NewRun["lineLabels"] {
  const labels = new Map<string, readonly Label[]>();
  for (const definition of plan.lines) {
    const name = lineName(definition);
    labels.set(name, [...(labels.get(name) ?? []), definition.label]);
  }
  return Object.fromEntries(
    [...labels].flatMap(([name, [first, ...others]]) =>
      first === undefined || others.length > 0 ? [] : [[name, first]],
    ),
  );
}

/** Every assumed value that reached a line, with its dates: of parameters, then of tables. */
function assumedValues(run: CalculationRun): readonly AssumedValue[] {
  const { parameters, tables } = run.plan.methodology;
  const isAssumed = ({ value }: UsedParameter | UsedTable): boolean => value.status === "assumed";
  return [
    ...run.usedParameters.filter(isAssumed).flatMap(({ parameter, value }) => {
      const definition = parameters.get(parameter);
      if (definition === undefined) return [];
      return { ...assumedValue(value, definition), digits: value.digits, points: null };
    }),
    ...run.usedTables.filter(isAssumed).flatMap(({ table, value }) => {
      const definition = tables.get(table);
      if (definition === undefined) return [];
      return {
        ...{ ...assumedValue(value, definition), digits: "" },
        points: value.points.map(({ digits }) => digits),
      };
    }),
  ];
}

type Defined<Named extends "parameters" | "tables"> = Extract<
  ReturnType<Methodology[Named]["get"]>,
  object
>;

function assumedValue(
  { key, validity, source }: UsedParameter["value"] | UsedTable["value"],
  { id, label, dimensions, unit }: Defined<"parameters"> | Defined<"tables">,
): Omit<AssumedValue, "digits" | "points"> {
  const codes = dimensions.flatMap((dimension, place) => {
    const code = key[place];
    return code === undefined ? [] : [{ dimension, code }];
  });
  return {
    ...{ parameter: id, label, key: codes, unit: formatUnit(unit) },
    ...{ validFrom: validity.from, source: source ?? null },
  };
}
