/**
 * Two calculations that differ for a few causes, and every mixture between them: some causes as in
 * the later one, the others as in the earlier one.
 */
import { buildPlan, type CalculationPlan, planWithLaw } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, present, type Result } from "../kernel/index.ts";
import { findStandingFaults, inside, type Methodology, type Stage } from "../methodology/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import { LAST_DAY } from "../time/index.ts";
import {
  type AttributedCause,
  describeCause,
  ESTIMATES,
  keyOfCause,
  orderOfCauses,
  RULES,
} from "./causes.ts";
import { compareLaws, type IsTaken, type LawDifferences, mixLaw, mixRules } from "./mixed-law.ts";
import { type MixedRegister, openMixedRegister } from "./mixed-register.ts";
import { mixedAsOf, openSides, type Side, type Sides } from "./mixed-sides.ts";
import type { CalculationInputs } from "./scenario.ts";

/** Whether every cause is told as one, or its parameters one by one. */
export type CausesBy = "cause" | "parameter";

/** Which of the causes are as in the later calculation, in the order of the causes. */
export type Coalition = readonly boolean[];

export type MixedInputs = {
  readonly from: Side;
  readonly to: Side;
  /** Those that differ, in the order in which they are told. */
  readonly causes: readonly AttributedCause[];
  /** Whether the cause changes the register, or how one is read, on which all else is bound. */
  readonly isBinding: (cause: AttributedCause) => boolean;
  /** Whether the cause at this place can move anything but amounts outside the formulas. */
  readonly movesLines: (place: number) => boolean;
  readonly planOf: (coalition: Coalition) => Result<CalculationPlan>;
  readonly snapshotOf: (coalition: Coalition) => RegisterSnapshot;
};

/** Refused where a side has no plan, or where the two are not of one year, currency and ids. */
export function openMixedInputs(
  from: CalculationInputs,
  to: CalculationInputs,
  by: CausesBy,
): Result<MixedInputs> {
  const opened = openSides(from, to);
  if (!opened.ok) return opened;
  const sides = opened.value;
  const law = compareLaws(sides);
  const register = openMixedRegister(sides);
  const causes = causesOf(sides, law, register, by);
  const places = new Map(causes.map((cause, place) => [keyOfCause(cause), place]));
  const takenIn =
    (coalition: Coalition): IsTaken =>
    (cause, parameter) => {
      const own = parameter === undefined ? undefined : places.get(keyOf(cause, parameter));
      const place = own ?? places.get(cause);
      return place !== undefined && coalition[place] === true;
    };
  const planOf = createPlanner(sides, law);
  return ok({
    ...{ from: sides.from, to: sides.to, causes, isBinding: bindingCauses(law, register) },
    movesLines: (place) =>
      causes[place]?.cause !== ESTIMATES || estimatesMoveLines(sides, law, register),
    planOf: (coalition) => planOf(takenIn(coalition)),
    snapshotOf: (coalition) => register.mix(takenIn(coalition)),
  });
}

function keyOf(cause: string, parameter: string): string {
  return keyOfCause({ cause, parameter, label: undefined });
}

function bindingCauses(
  { readsOtherwise }: LawDifferences,
  { causes }: MixedRegister,
): MixedInputs["isBinding"] {
  return ({ cause, parameter }) =>
    parameter === undefined && (causes.has(cause) || (readsOtherwise && cause === RULES));
}

/** Whether a fit counts them, or something else of the law or the register has their cause. */
function estimatesMoveLines(
  { from, to }: Sides,
  { parameters, tables, stages }: LawDifferences,
  { counted }: MixedRegister,
): boolean {
  const others = [...parameters.values(), ...tables.values(), ...stages.values(), ...counted];
  const countsThem = [...from.plan.stages, ...to.plan.stages].some(
    (stage) => stage.kind === "fit" && stage.countsEstimates,
  );
  return countsThem || others.includes(ESTIMATES);
}

function causesOf(
  { from, to }: Sides,
  law: LawDifferences,
  register: MixedRegister,
  by: CausesBy,
): readonly AttributedCause[] {
  const [earlier, later] = [from.methodology, to.methodology];
  const single = [...law.parameters].filter(([, cause]) => by === "parameter" && cause !== RULES);
  const alone = new Set(single.map(([id]) => id));
  const differing = new Set([
    ...[...law.parameters].filter(([id]) => !alone.has(id)).map(([, cause]) => cause),
    ...law.tables.values(),
    ...law.stages.values(),
    ...register.causes,
    ...(law.hasOtherRules ? [RULES] : []),
  ]);
  return orderOfCauses(earlier, later).flatMap((cause) => [
    ...(differing.has(cause) ? [describeCause(cause, earlier, later)] : []),
    ...single
      .filter(([, own]) => own === cause)
      .map(([id]) => {
        const parameter = present(later.parameters.get(id), `parameter ${id}`);
        return { cause, parameter: id, label: parameter.label };
      }),
  ]);
}

/** A plan for each mixture; those of the same texts share all that parameters do not change. */
function createPlanner(
  sides: Sides,
  law: LawDifferences,
): (isTaken: IsTaken) => Result<CalculationPlan> {
  const asOf = mixedAsOf(sides);
  const causesOfTexts = [...new Set([RULES, ...law.stages.values()])];
  const known = new Map<string, Result<CalculationPlan>>();
  return (isTaken) => {
    const { parameters, tables, stages } = mixLaw(sides, law, isTaken);
    const name = causesOfTexts.filter((cause) => isTaken(cause)).join("|");
    const base = known.get(name);
    if (base?.ok === true) {
      const changed = law.tables.size === 0 ? { parameters } : { parameters, tables };
      return ok(planWithLaw(base.value, changed));
    }
    if (base !== undefined) return base;
    const rules = { ...mixRules(sides, isTaken), parameters, tables };
    const mixture = { ...rules, stages };
    const faults = law.stages.size === 0 ? [] : findStandingFaults(mixture);
    const [first, ...others] = [...faults, ...stagesAtOnce(stages)];
    const named = { ...rules, stages: [...stages, ...idleStages(rules, stages)] };
    const planned = first === undefined ? buildPlan(named, asOf) : fail(first, others);
    known.set(name, planned);
    return planned;
  };
}

/** Wordings of the law that do not hold in the mixture; only their names may be asked. */
function idleStages({ stages }: Methodology, mixed: readonly Stage[]): readonly Stage[] {
  return stages
    .filter((stage) => !mixed.includes(stage))
    .map((stage) => ({ ...stage, knownFrom: LAST_DAY }));
}

/** No two stages run at once; those of one law never do. */
function stagesAtOnce(stages: readonly Stage[]): readonly Issue[] {
  return stages.flatMap(({ id, order, place }, position) => {
    const other = stages[position + 1];
    if (other?.order !== order) return [];
    return [issue("stage-order", inside(place, "order"), { stage: id, other: other.id })];
  });
}
