/** Why an override changes nothing: as a code and facts; the sentences stand in the catalogues. */
import { type CalculationRun, calculate, planWithLaw } from "../calculation/index.ts";
import { present } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  expressionsOfStage,
  namesIn,
  type ParameterValue,
  reachableNames,
} from "../methodology/index.ts";
import { dayBefore } from "../time/index.ts";
import {
  isRowSaidAgain,
  lawWithout,
  lookAfter,
  planOf,
  rowOfOverride,
  type Trial,
  valueSaid,
  valueWithout,
} from "./idle-trial.ts";
import { replaceValue } from "./overridden-values.ts";
import type { LawOverride } from "./override-law.ts";
import { openStanding, yearOfInputs } from "./override-standing.ts";
import { isSameThing } from "./override-target.ts";
import type {
  FactOverride,
  FormulaOverride,
  Override,
  ParameterOverride,
  SwitchOverride,
} from "./scenario.ts";

/** Every code with the facts of its sentence. */
export const IDLE_REASONS = {
  /** It says what stands there without it. */
  "same-as-base": ["value"],
  /** A later override of the same thing leaves nothing of it. */
  superseded: ["reason"],
  /** On its days, the last one included, nobody reads the value. */
  "days-not-read": ["from", "to"],
  /** No line and no stage of the year stands on the name. */
  "not-asked": ["name"],
  /** Values of a more specific key stand wherever it could be read. */
  "other-value-stands": ["key"],
  /** Nobody is counted under its key, or who is has no line that reads it. */
  "nobody-there": ["name"],
  "stage-has-no-effect": ["name"],
  /** It is read, and every line stays what it was: a zero, a rounding, a bound, a fit. */
  absorbed: ["name"],
} as const satisfies Record<string, readonly string[]>;

export type IdleCode = keyof typeof IDLE_REASONS;
export type IdleReason = {
  readonly code: IdleCode;
  readonly facts: Readonly<Record<string, string>>;
};

/**
 * Tells the reason of an override that was found idle, in the trial in which it was found; `whole`
 * is that of the whole scenario.
 */
export function openReasons(whole: Trial): (trial: Trial, override: Override) => IdleReason {
  let run: CalculationRun | undefined;
  // Values that were read under the whole scenario: those of idle overrides among them.
  const calculated = (): CalculationRun => {
    run ??= calculatedRun(whole);
    return run;
  };
  return (trial, override) => {
    switch (override.kind) {
      case "parameter":
        return parameterReason(trial, override, calculated);
      case "fact":
        return factReason(trial, override);
      case "formula":
        return formulaReason(trial, override);
      case "switch":
        return switchReason(trial, override);
      case "envelope":
        return superseded(trial, override);
    }
  };
}

function calculatedRun({ plan, application }: Trial): CalculationRun {
  const run = calculate(plan, application.applied.inputs.snapshot);
  return present(run.ok ? run.value : undefined, "what a model gives, a calculation gives");
}

/** The last override of the same thing. */
function superseded({ overrides }: Trial, override: Override): IdleReason {
  const later = overrides.findLast((each) => isSameThing(each, override));
  return { code: "superseded", facts: { reason: later?.reason ?? override.reason } };
}

function parameterReason(
  trial: Trial,
  override: ParameterOverride,
  calculated: () => CalculationRun,
): IdleReason {
  const { parameter: name } = override;
  const { methodology } = trial.plan;
  const parameter = present(methodology.parameters.get(name), `parameter ${name}`);
  const own = parameter.values.filter(({ place }) => place === override.place);
  const [first] = own;
  if (first === undefined) return superseded(trial, override);
  const same = sameAsBefore(trial, override);
  if (same !== undefined) return same;
  if (!reachedNames(trial).all.has(name)) return { code: "not-asked", facts: { name } };
  const used = calculated().usedParameters.filter((each) => each.parameter === name);
  if (used.some(({ value }) => value.place === override.place)) {
    return { code: "absorbed", facts: { name } };
  }
  const near = used.filter(({ value }) => isNear(value.key, first.key));
  const isSpecific = ({ key }: ParameterValue) => namedIn(key) > namedIn(first.key);
  const specific = near.filter(({ value }) => isSpecific(value));
  if (specific.length > 0) {
    const keys = specific.map(({ key }) => key).join(" | ");
    return { code: "other-value-stands", facts: { key: keys } };
  }
  if (!isReadAllYear(trial, override, first.key)) return { code: "nobody-there", facts: { name } };
  const { from, to } = first.validity;
  return { code: "days-not-read", facts: { from, to: dayBefore(present(to, "an end")) } };
}

/** Whether somebody would read the value, did it stand all the year. */
function isReadAllYear(
  { plan, application, inputs }: Trial,
  { parameter: name, value: digits, reason, place }: ParameterOverride,
  key: ParameterValue["key"],
): boolean {
  const { parameters } = plan.methodology;
  const meant = { key, validity: yearOfInputs(inputs) };
  const parameter = present(parameters.get(name), `parameter ${name}`);
  const said = replaceValue(parameter, meant, inputs.asOf.knownOn, { digits, reason, place });
  const law = planWithLaw(plan, { parameters: new Map(parameters).set(name, said) });
  const run = calculate(law, application.applied.inputs.snapshot);
  // A city that it makes impossible to calculate reads it.
  return !run.ok || run.value.usedParameters.some(({ value }) => value.place === place);
}

/** Whether one code after another is the same in both, or open in one of them. */
function isNear(left: ParameterValue["key"], right: ParameterValue["key"]): boolean {
  return left.every((code, position) => {
    const other = right[position];
    return code === undefined || other === undefined || code === other;
  });
}

function namedIn(key: ParameterValue["key"]): number {
  return key.filter((code) => code !== undefined).length;
}

/** Where the same stands without the override. */
function sameAsBefore(trial: Trial, override: LawOverride): IdleReason | undefined {
  const law = lawWithout(trial, override);
  if (law === undefined) return undefined;
  const { applied } = trial.application;
  const days = yearOfInputs(trial.inputs);
  const before = { ...applied, inputs: { ...applied.inputs, methodology: law.methodology } };
  const earlier = openStanding(before)(override, undefined, days);
  const now = openStanding(applied)(override, undefined, days);
  if (JSON.stringify(earlier) !== JSON.stringify(now)) return undefined;
  return { code: "same-as-base", facts: { value: now.map(({ value }) => value).join("; ") } };
}

function formulaReason(trial: Trial, override: FormulaOverride): IdleReason {
  const { formula: name } = override;
  if (trial.plan.formulas.get(name)?.place !== override.place) return superseded(trial, override);
  const same = sameAsBefore(trial, override);
  if (same !== undefined) return same;
  const reached = reachedNames(trial);
  if (!reached.all.has(name)) return { code: "not-asked", facts: { name } };
  return {
    code: isReadByNobody(trial, name, reached) ? "nobody-there" : "absorbed",
    facts: { name },
  };
}

function switchReason(trial: Trial, override: SwitchOverride): IdleReason {
  const { stage: name } = override;
  const { overrides, model } = trial;
  const last = overrides.findLast((each) => isSameThing(each, override));
  if (last !== override) return superseded(trial, override);
  const law = lawWithout(trial, override);
  const plan = law && planOf(trial, law, override);
  const isOn = () => model.outcomes().find(({ stage }) => stage.id === name)?.isOn;
  const before = plan && lookAfter(trial, { plan }, { plan: trial.plan }, isOn);
  if (before !== override.isOn) return { code: "stage-has-no-effect", facts: { name } };
  return { code: "same-as-base", facts: { value: `${override.isOn}` } };
}

function factReason(trial: Trial, override: FactOverride): IdleReason {
  const { fact: name } = override;
  if (isRowSaidAgain(trial, override)) return superseded(trial, override);
  const said = valueSaid(rowOfOverride(trial, override));
  if (said === valueWithout(trial, override)) {
    return { code: "same-as-base", facts: { value: said ?? "—" } };
  }
  const reached = reachedNames(trial);
  if (!reached.all.has(name)) return { code: "not-asked", facts: { name } };
  const { organisationId } = override;
  const isRead = !isReadByNobody(trial, name, reached, organisationId);
  return { code: isRead ? "absorbed" : "nobody-there", facts: { name } };
}

/** What is asked in a year, and where. */
type Reached = {
  readonly all: ReadonlySet<string>;
  /** By the lines that ask it of their own organisation. */
  readonly byLine: ReadonlyMap<string, ReadonlySet<string>>;
  /** By stages, by sums over organisations, and of whoever reports or inherits. */
  readonly acrossCity: ReadonlySet<string>;
};

function reachedNames({ plan }: Trial): Reached {
  const edges = new Map(
    [...plan.formulas].map(([id, { expression }]) => [id, namesIn(expression)]),
  );
  const reach = (expressions: readonly Expression[]): ReadonlySet<string> =>
    reachableNames(expressions.flatMap(namesIn), edges);
  const ofLines = plan.lines.map(({ id, when, amount, headcount }) => {
    const expressions = [when, amount, ...(headcount === undefined ? [] : [headcount])];
    return { id, expressions, names: reach(expressions) };
  });
  const formulas = [...plan.formulas.values()].map(({ expression }) => expression);
  const totals = [...formulas, ...ofLines.flatMap(({ expressions }) => expressions)].flatMap(
    totalsIn,
  );
  const facts = [...plan.methodology.facts.values()];
  const acrossCity = reach([
    ...totals,
    ...plan.stages.flatMap(expressionsOfStage).map(({ expression }) => expression),
    ...facts.flatMap(({ reportedBy, inherited }) =>
      inherited === undefined ? [reportedBy] : [reportedBy, inherited],
    ),
  ]);
  return {
    all: new Set([...acrossCity, ...ofLines.flatMap(({ names }) => [...names])]),
    byLine: new Map(ofLines.map(({ id, names }) => [id, names])),
    acrossCity,
  };
}

function totalsIn(node: Expression): readonly Expression[] {
  if (node.kind === "total" || node.kind === "count") return [node];
  return childrenOf(node).flatMap(totalsIn);
}

/** Whether no line of anybody, or of the organisation, asks the name, nor the city as a whole. */
function isReadByNobody(
  { model }: Trial,
  name: string,
  { byLine, acrossCity }: Reached,
  organisationId?: string,
): boolean {
  if (acrossCity.has(name)) return false;
  const row =
    organisationId === undefined ? -1 : model.register.organisations.ids.indexOf(organisationId);
  return model.lineAmounts().every(({ definition, organisations }) => {
    const isAsked = byLine.get(definition.id)?.has(name) === true;
    const isThere = row < 0 ? organisations.length > 0 : organisations.includes(row);
    return !isAsked || !isThere;
  });
}
