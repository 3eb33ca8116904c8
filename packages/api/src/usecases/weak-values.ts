/**
 * Values and rules without an act that reached some line: what keeps a run from being official.
 *
 * Each has a subject, its canonical name with its days and its digits or the hash of its text, so
 * that a ground entered for one value never covers another. Rows of a register are accepted as a
 * whole and rest on that; a cell that a scenario fills is a proposal, as is everything a scenario
 * says.
 */
import {
  type CalculationRun,
  canonicalStage,
  cellOf,
  formatRatio,
  formatTenge,
  formatUnit,
  hashOf,
  type Label,
  type Methodology,
  type Override,
  printExpression,
  type UsedParameter,
  type UsedRules,
  type UsedTable,
  usedRulesOf,
} from "@zhanbasy/core";
import type { WeakValue } from "../contract.ts";
import type { Envelope } from "./run-ports.ts";

/** A calculation, and what was said to come to it. */
export type AssessedRun = {
  readonly run: CalculationRun;
  readonly limit: Envelope | undefined;
  /** The law before any override. */
  readonly base: Methodology;
  /** Those of parents first; of one cell the last holds. */
  readonly overrides: readonly Override[];
};

/** What a scenario has put into the law stands at the place of its override. */
type Placed = Pick<Override, "place">;

/** Parameters, tables, rules, estimates, what the scenario says, the limit; each sorted by name. */
export function weakValuesOf(assessed: AssessedRun): readonly WeakValue[] {
  const { run, overrides } = assessed;
  const places = new Set(overrides.map(({ place }) => JSON.stringify(place)));
  const isOwn = ({ place }: Placed) => places.has(JSON.stringify(place));
  const { parameters, tables } = run.plan.methodology;
  const lawful = run.usedParameters.filter(({ value }) => !isOwn(value));
  const proposed = run.usedParameters.filter(({ value }) => isOwn(value));
  return [
    ...sorted(lawful.flatMap((used) => parameterValue(used, parameters, "parameter"))),
    ...sorted(run.usedTables.flatMap((used) => tableValue(used, tables))),
    ...sorted(ruleValues(usedRulesOf(run), assessed, isOwn)),
    ...sorted(estimateValues(run)),
    ...sorted([
      ...proposed.flatMap((used) => parameterValue(used, parameters, "override")),
      ...proposedFormulas(run, isOwn),
      ...lastOfEach(overrides).flatMap((each) => proposedCell(run.plan, each)),
    ]),
    ...limitValue(assessed),
  ];
}

/** Nothing where the status is strong. */
function weak(
  status: string,
  value: Omit<WeakValue, "status" | "subject">,
  ...subject: readonly (string | null)[]
): readonly WeakValue[] {
  if (status === "enacted" || status === "local") return [];
  const words = subject.filter((word) => word !== null && word !== "");
  return [{ ...value, subject: words.join(" "), status: status as WeakValue["status"] }];
}

type Key = WeakValue["key"];

function keyOf(dimensions: readonly string[], codes: readonly (string | undefined)[]): Key {
  return dimensions.flatMap((dimension, place) => {
    const code = codes[place];
    return code === undefined ? [] : [{ dimension, code }];
  });
}

/** `secondary.Ez[level=primary]` */
function named(name: string, key: Key): string {
  if (key.length === 0) return name;
  return `${name}[${key.map(({ dimension, code }) => `${dimension}=${code}`).join(";")}]`;
}

/** `2026-01-01/2026-09-01`, the second day being the first on which it does not hold any more. */
function daysOf({ from, to }: UsedParameter["value"]["validity"]): string {
  return to === undefined ? from : `${from}/${to}`;
}

function parameterValue(
  { parameter, value }: UsedParameter,
  parameters: Methodology["parameters"],
  kind: "parameter" | "override",
): readonly WeakValue[] {
  const definition = parameters.get(parameter);
  if (definition === undefined) return [];
  const key = keyOf(definition.dimensions, value.key);
  const { from: validFrom } = value.validity;
  // A proposal was known from nowhere: only the day of the calculation stands there.
  const knownFrom = kind === "override" ? null : value.knownFrom;
  const shown = { kind, label: definition.label, name: parameter, key, value: value.digits };
  return weak(
    value.status,
    { ...shown, unit: formatUnit(definition.unit), validFrom },
    ...[kind, named(parameter, key), daysOf(value.validity), knownFrom, formatRatio(value.value)],
  );
}

function tableValue(
  { table, value }: UsedTable,
  tables: Methodology["tables"],
): readonly WeakValue[] {
  const definition = tables.get(table);
  if (definition === undefined) return [];
  const key = keyOf(definition.dimensions, value.key);
  const points = value.points.map(({ digits }) => `${digits.from}: ${digits.value}`).join("; ");
  const content = hashOf(
    value.points.map((each) => [formatRatio(each.from), formatRatio(each.value)]),
  );
  const { from: validFrom } = value.validity;
  const shown = {
    kind: "table",
    label: definition.label,
    name: table,
    key,
    value: points,
  } as const;
  return weak(
    value.status,
    { ...shown, unit: formatUnit(definition.unit), validFrom },
    ...["table", named(table, key), daysOf(value.validity), value.knownFrom, content],
  );
}

/** What the law itself says: wordings of formulas, lines and stages. */
function ruleValues(
  { formulas, lines, stages }: UsedRules,
  { base }: AssessedRun,
  isOwn: (each: Placed) => boolean,
): readonly WeakValue[] {
  const shown = (name: string, label: Label, value: string, validFrom: string | null) => {
    return { kind: "rule", label, name, key: [], value, unit: "", validFrom } as const;
  };
  return [
    ...formulas.flatMap((each) => {
      if (isOwn(each)) return [];
      const { id, label, validity, knownFrom, status, valuesOn } = each;
      const text = printExpression(each.expression);
      const rule = shown(id, label, text, validity.from);
      const content = hashOf([text, valuesOn]);
      return weak(status, rule, "formula", id, daysOf(validity), knownFrom, content);
    }),
    ...lines.flatMap(({ id, label, when, amount, headcount, rounding, status }) => {
      const text = printExpression(amount);
      const counted = headcount === undefined ? "" : printExpression(headcount);
      const content = hashOf([printExpression(when), text, counted, rounding]);
      return weak(status, shown(id, label, text, null), "line", id, content);
    }),
    ...stages.flatMap((stage) => {
      const { id, label, validity, knownFrom, kind } = stage;
      // A switch of the scenario stands by itself; here the stage counts as the law has it.
      const own = base.stages.find((each) => {
        return each.id === id && each.validity.from === validity.from;
      });
      const rule = shown(id, label, kind, validity.from);
      const content = hashOf(canonicalStage(own ?? stage, []));
      return weak(own?.status ?? "draft", rule, "stage", id, daysOf(validity), knownFrom, content);
    }),
  ];
}

function estimateValues({ plan, snapshot }: CalculationRun): readonly WeakValue[] {
  const { budgetYear } = plan.asOf;
  const { currency, translations } = plan.methodology;
  const ofYear = snapshot.estimates.filter((each) => each.budgetYear === budgetYear);
  return ofYear.flatMap(({ lineId, organisationId, tier, budgetCode, nameRu, amount, status }) => {
    const key = [
      ...(organisationId === "" ? [] : [{ dimension: "organisation", code: organisationId }]),
      { dimension: "tier", code: tier },
      { dimension: "budget_code", code: budgetCode },
    ];
    const label = translations.get(nameRu) ?? { ru: nameRu, kk: nameRu, en: nameRu };
    const shown = { kind: "estimate", label, name: lineId, key, unit: currency } as const;
    const digits = formatTenge(amount);
    return weak(
      status,
      { ...shown, value: digits, validFrom: null },
      ...["estimate", `${budgetYear}`, named(lineId, key), digits],
    );
  });
}

function proposedFormulas(
  run: CalculationRun,
  isOwn: (each: Placed) => boolean,
): readonly WeakValue[] {
  return usedRulesOf(run)
    .formulas.filter(isOwn)
    .flatMap(({ id, label, validity, status, expression, valuesOn }) => {
      const value = printExpression(expression);
      const validFrom = validity.from;
      const shown = { kind: "override", label, name: id, key: [], value, unit: "" } as const;
      return weak(
        status,
        { ...shown, validFrom },
        ...["override", id, daysOf(validity), hashOf([value, valuesOn])],
      );
    });
}

/** Cells of facts and switches, which leave no mark in what a run has used. */
function proposedCell(
  { asOf, methodology }: CalculationRun["plan"],
  override: Override,
): readonly WeakValue[] {
  const { facts, stages } = methodology;
  const year = `${asOf.budgetYear}`;
  const common = { kind: "override", validFrom: null } as const;
  switch (override.kind) {
    case "parameter":
    case "formula":
    case "envelope":
      return [];
    case "fact": {
      const { fact: name, organisationId, value = "—" } = override;
      const definition = facts.get(name);
      const codes = [...override.key].map(([dimension, code]) => ({ dimension, code }));
      const key = [{ dimension: "organisation", code: organisationId }, ...codes];
      const unit = definition?.unit ?? "";
      const shown = { ...common, label: definition?.label ?? null, name, key, value, unit };
      return weak("draft", shown, "override", year, named(name, key), value);
    }
    case "switch": {
      const { stage: name } = override;
      const label = stages.find(({ id }) => id === name)?.label ?? null;
      const value = override.isOn ? "on" : "off";
      const shown = { ...common, label, name, key: [], value, unit: "" };
      return weak("draft", shown, "override", year, name, value);
    }
  }
}

function limitValue({ run, limit }: AssessedRun): readonly WeakValue[] {
  if (limit === undefined) return [];
  const { asOf, methodology } = run.plan;
  const digits = formatTenge(limit.limit);
  const shown = { kind: "envelope", label: null, name: "envelope", key: [] } as const;
  return weak(
    limit.status,
    { ...shown, value: digits, unit: methodology.currency, validFrom: null },
    ...["envelope", `${asOf.budgetYear}`, digits],
  );
}

/** One of each cell of a fact and of each stage, in the order in which they were said. */
function lastOfEach(overrides: readonly Override[]): readonly Override[] {
  const last = new Map(overrides.map((each) => [cellOf(each), each]));
  return overrides.filter((each) => last.get(cellOf(each)) === each);
}

function sorted(values: readonly WeakValue[]): readonly WeakValue[] {
  return values.toSorted((left, right) => (left.subject < right.subject ? -1 : 1));
}
