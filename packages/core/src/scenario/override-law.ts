/**
 * Overrides of the law: values of parameters, texts of formulas, switches of stages.
 *
 * Each is proved by itself; what their texts stand on is asked once all of them are there, and a
 * fault of that is told of the override by which it came.
 */
import { buildPlan, chooseStages, chooseWordings } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, type Place, type Result } from "../kernel/index.ts";
import {
  findStandingFaults,
  inside,
  type Methodology,
  replaceWording,
  suggestName,
  switchStage,
} from "../methodology/index.ts";
import { checkDigits, findOverridden, replaceValue } from "./overridden-values.ts";
import type {
  CalculationInputs,
  FormulaOverride,
  Override,
  ParameterOverride,
  SwitchOverride,
} from "./scenario.ts";

/** What a calculation is made of beside its facts. */
export type LawInputs = Pick<CalculationInputs, "methodology" | "asOf">;
export type LawOverride = ParameterOverride | FormulaOverride | SwitchOverride;

/** The law with all overrides that fit it, and what is wrong with the others. */
export type OverriddenLaw = {
  readonly methodology: Methodology;
  readonly faults: ReadonlyMap<Override, readonly Issue[]>;
  /** What is wrong with the law as it is without any override. */
  readonly ownFaults: readonly Issue[];
};

export function overrideLaw(inputs: LawInputs, overrides: readonly LawOverride[]): OverriddenLaw {
  const faults = new Map<Override, readonly Issue[]>();
  const applied: LawOverride[] = [];
  let { methodology } = inputs;
  for (const override of overrides) {
    const next = overrideOne({ ...inputs, methodology }, override);
    if (next.ok) {
      applied.push(override);
      methodology = next.value;
    } else faults.set(override, next.issues);
  }
  const standing = standingFaults(inputs, applied, methodology);
  for (const [override, found] of standing.faults) faults.set(override, found);
  if (standing.faults.size === 0) return { methodology, faults, ownFaults: standing.ownFaults };
  // Without the overrides that the law cannot stand on, so that the rest can be looked at.
  const rest = applied.filter((each) => !standing.faults.has(each));
  const { ownFaults } = standing;
  return { methodology: overrideLaw(inputs, rest).methodology, faults, ownFaults };
}

function overrideOne(inputs: LawInputs, override: LawOverride): Result<Methodology> {
  switch (override.kind) {
    case "parameter":
      return overrideParameter(inputs, override);
    case "formula":
      return overrideFormula(inputs, override);
    case "switch":
      return overrideSwitch(inputs, override);
  }
}

function overrideParameter(inputs: LawInputs, override: ParameterOverride): Result<Methodology> {
  const { methodology, asOf } = inputs;
  const { value: digits, reason, place } = override;
  const parameter = methodology.parameters.get(override.parameter);
  const found = findOverridden(inputs, override, place);
  const checked = checkDigits(parameter ?? { minimum: undefined }, digits, inside(place, "value"));
  if (!found.ok) return fail(found.issues[0], [...found.issues.slice(1), ...issuesOf(checked)]);
  if (!checked.ok) return checked;
  const replacement = { digits, reason, place };
  const replaced = replaceValue(found.value.parameter, found.value, asOf.knownOn, replacement);
  const parameters = new Map(methodology.parameters).set(override.parameter, replaced);
  return ok({ ...methodology, parameters });
}

function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? [] : result.issues;
}

function overrideFormula(inputs: LawInputs, override: FormulaOverride): Result<Methodology> {
  const { methodology, asOf } = inputs;
  const { formula: name, expression, place } = override;
  const wordings = methodology.formulas.get(name);
  if (wordings === undefined) {
    const facts = { name, suggestion: suggestName(name, methodology.formulas.keys()) };
    return fail(issue("formula-unknown", inside(place, "formula"), facts));
  }
  const wording = chooseWordings(methodology, asOf).formulas.get(name);
  if (wording === undefined) return fail(notOfYear(inputs, wordings, inside(place, "formula")));
  return replaceWording(methodology, wording, expression, override);
}

function overrideSwitch(inputs: LawInputs, override: SwitchOverride): Result<Methodology> {
  const { methodology, asOf } = inputs;
  const { stage: name, isOn, reason, place } = override;
  const wordings = methodology.stages.filter(({ id }) => id === name);
  if (wordings.length === 0) {
    const ids = methodology.stages.map(({ id }) => id);
    const facts = { name, kind: "stage", suggestion: suggestName(name, ids) };
    return fail(issue("reference-unknown", inside(place, "switch"), facts));
  }
  const wording = chooseStages(methodology, asOf).stages.find(({ id }) => id === name);
  if (wording === undefined) return fail(notOfYear(inputs, wordings, inside(place, "switch")));
  return ok(switchStage(methodology, wording, isOn, reason));
}

/** There are wordings, but none of them holds in the year. */
function notOfYear(
  { asOf }: LawInputs,
  [first]: readonly { readonly validity: { readonly from: string } }[],
  place: Place,
): Issue {
  const expected = `${first?.validity.from.slice(0, 4) ?? "—"} …`;
  return issue("year-unsupported", place, { year: `${asOf.budgetYear}`, expected });
}

/**
 * What the law as a whole cannot stand on, each fault with the first override with which it is
 * there. Values of parameters are no part of that.
 */
function standingFaults(
  inputs: LawInputs,
  applied: readonly LawOverride[],
  methodology: Methodology,
): Pick<OverriddenLaw, "faults" | "ownFaults"> {
  const faults = new Map<Override, Issue[]>();
  const all = lawFaults({ ...inputs, methodology });
  if (all.length === 0) return { faults, ownFaults: [] };
  const open = new Map(all.map((each) => [JSON.stringify(each), each]));
  const own = takeFrom(open, lawFaults(inputs));
  // A circle may be told from another of its members while it is not whole.
  const last = applied.findLast(({ kind }) => kind !== "parameter");
  let before = inputs.methodology;
  for (const override of applied) {
    const next = overrideOne({ ...inputs, methodology: before }, override);
    if (!next.ok) continue;
    before = next.value;
    if (override.kind === "parameter") continue;
    const found = takeFrom(open, lawFaults({ ...inputs, methodology: before }));
    if (override === last) found.push(...open.values());
    if (found.length > 0) {
      const told = found.map((each) => placed(each, override));
      faults.set(override, told);
    }
  }
  return { faults, ownFaults: own };
}

/** What stands in a circle is not planned: there would be no end to it. */
function lawFaults({ methodology, asOf }: LawInputs): readonly Issue[] {
  const standing = findStandingFaults(methodology);
  return standing.length > 0 ? standing : issuesOf(buildPlan(methodology, asOf));
}

/** The faults that are still open, which they are no more. */
function takeFrom(open: Map<string, Issue>, found: readonly Issue[]): Issue[] {
  return found.filter((each) => open.delete(JSON.stringify(each)));
}

/** At the override, though it shows elsewhere in the law. */
function placed(found: Issue, { place }: Override): Issue {
  const { file, path = [] } = found.place;
  const isInside =
    file === place.file && (place.path ?? []).every((step, position) => path[position] === step);
  return isInside ? found : { ...found, place };
}
