/**
 * Where scenarios are calculated: law and registers stay read and the last few cities stay open, so
 * that a change costs what it changes.
 */
import {
  type AsOf,
  buildPlan,
  type CalculationInputs,
  type CalculationRun,
  calculate,
  columnsOfRegister,
  ENGINE_VERSION,
  fail,
  formatTenge,
  type InputsIdentity,
  InvariantViolation,
  identifyEffects,
  identifyInputs,
  identifyModel,
  issue,
  type LaidScenario,
  type Model,
  type Override,
  ok,
  openGround,
  openModel,
  parseMethodology,
  type Result,
  type ScenarioGround,
  type Tiyn,
} from "@zhanbasy/core";
import type { ScenarioValue } from "../contract.ts";
import { type InputHashes, layersOf, readKeptInputs } from "./kept-inputs.ts";
import type { Envelope, Store } from "./ports.ts";
import { revisionTotals } from "./revision-totals.ts";
import type { RevisionResult } from "./scenario-ports.ts";
import { listValues } from "./scenario-values.ts";

/** What a scenario stands on. */
export type DeskBase = InputHashes & {
  readonly asOf: AsOf;
  /** The limit before any override of it. */
  readonly envelope: Envelope | undefined;
};

/** A scenario to be calculated: all overrides of its parents, then its own, in their order. */
export type DeskQuestion = DeskBase & { readonly overrides: readonly Override[] };

/** A full calculation with all lines, and what made it what it is. */
export type DeskRun = {
  readonly run: CalculationRun;
  readonly identity: string;
  readonly limit: Envelope | undefined;
  /** The law and the register before any override. */
  readonly base: CalculationInputs;
};

/** Faults have the place of their override. An unknown register or methodology is refused. */
export type ScenarioDesk = {
  /** What the scenario comes to. */
  readonly calculate: (question: DeskQuestion) => Promise<Result<RevisionResult>>;
  /** The same with every line. */
  readonly run: (question: DeskQuestion) => Promise<Result<DeskRun>>;
  /** The values of the law that may be overridden, `own` being the scenario's own overrides. */
  readonly values: (
    question: DeskQuestion & { readonly own: readonly Override[] },
  ) => Promise<Result<readonly ScenarioValue[]>>;
  /** What would stand in the place of each own override without the scenario, in their order. */
  readonly standing: (
    question: DeskQuestion & { readonly own: readonly Override[] },
  ) => Promise<Result<readonly (string | undefined)[]>>;
};

/** Law, register and days, looked through once. */
type OpenBase = { readonly ground: ScenarioGround; readonly identity: InputsIdentity };

/** A city that can be changed into the next scenario over the same base. */
type OpenCity = { readonly base: OpenBase; readonly laid: LaidScenario; readonly model: Model };

const REMEMBERED_BASES = 3;
const REMEMBERED_CITIES = 3;

/** A desk over the registers and methodologies of a store. */
export function createScenarioDesk(
  store: Pick<Store, "registers" | "methodologies">,
): ScenarioDesk {
  const bases = new Map<string, Promise<Result<OpenBase>>>();
  const cities: OpenCity[] = [];

  const openBase = (question: DeskBase): Promise<Result<OpenBase>> =>
    remember(bases, nameOfBase(question), REMEMBERED_BASES, () => readBase(store, question));

  return {
    calculate: async (question) => {
      const base = await openBase(question);
      if (!base.ok) return base;
      const laid = base.value.ground.lay(question.overrides);
      if (!laid.ok) return laid;
      const model = modelOf(cities, base.value, laid.value);
      if (!model.ok) return model;
      const limit = limitOf(laid.value, question.envelope);
      const tooLarge = findTooLarge([model.value.totals.total, limit?.limit]);
      if (tooLarge !== undefined) return tooLarge;
      return ok({
        engineVersion: ENGINE_VERSION,
        identity: identifyEffects(base.value.identity, question.asOf, laid.value.effects),
        resultHash: identifyModel(model.value),
        totals: revisionTotals(model.value.totals),
        limit,
      });
    },
    run: async (question) => {
      const base = await openBase(question);
      if (!base.ok) return base;
      const laid = base.value.ground.lay(question.overrides);
      if (!laid.ok) return laid;
      const { plan, inputs, effects } = laid.value;
      const run = calculate(plan, inputs.snapshot);
      if (!run.ok) return run;
      return ok({
        run: run.value,
        identity: identifyEffects(base.value.identity, question.asOf, effects),
        limit: limitOf(laid.value, question.envelope),
        base: base.value.ground.inputs,
      });
    },
    values: async ({ own, ...question }) => {
      const base = await openBase(question);
      if (!base.ok) return base;
      const laid = base.value.ground.lay(withoutOwn(question.overrides, own));
      return laid.ok ? ok(listValues(laid.value.inputs, own)) : laid;
    },
    standing: async ({ own, ...question }) => {
      const base = await openBase(question);
      if (!base.ok) return base;
      const { ground } = base.value;
      const laid = ground.lay(withoutOwn(question.overrides, own));
      if (!laid.ok) return laid;
      const standing = ground.standingUnder(laid.value, own);
      const limit = limitOf(laid.value, question.envelope);
      return ok(own.map((each) => standing.get(each) ?? standingLimit(each, limit)));
    },
  };
}

/** In tiyn, as many digits as an amount is kept with. */
const BEYOND = 10n ** 30n;

/** The refusal of a sum that could not be kept. */
function findTooLarge(sums: readonly (Tiyn | undefined)[]): Result<never> | undefined {
  const found = sums.find((sum) => sum !== undefined && (sum >= BEYOND || sum <= -BEYOND));
  if (found === undefined) return undefined;
  return fail(
    issue("number-out-of-range", {}, { value: formatTenge(found), expected: "digits-28" }),
  );
}

/** A limit that nobody has an act for is a proposal. */
function limitOf({ envelopes }: LaidScenario, base: Envelope | undefined): Envelope | undefined {
  const own = envelopes.find(({ scope }) => scope.by === "city");
  return own === undefined ? base : { limit: own.amount, status: "draft" };
}

/** The limit of the city is no value of the law: the scenario's base has it. */
function standingLimit(override: Override, limit: Envelope | undefined): string | undefined {
  const isOfCity = override.kind === "envelope" && override.scope.by === "city";
  return isOfCity && limit !== undefined ? formatTenge(limit.limit) : undefined;
}

function withoutOwn(overrides: readonly Override[], own: readonly Override[]): readonly Override[] {
  const left = new Set(own);
  return overrides.filter((each) => !left.has(each));
}

function nameOfBase({ registerHash, methodologyHash, asOf }: DeskBase): string {
  return [registerHash, methodologyHash, asOf.budgetYear, asOf.knownOn].join(" ");
}

async function readBase(
  store: Pick<Store, "registers" | "methodologies">,
  question: DeskBase,
): Promise<Result<OpenBase>> {
  const kept = await readKeptInputs(store, question);
  if (!kept.ok) return kept;
  const methodology = parseMethodology(layersOf(kept.value.documents));
  if (!methodology.ok) return methodology;
  const { snapshot } = kept.value.register;
  const inputs = { methodology: methodology.value, snapshot, asOf: question.asOf };
  const planned = buildPlan(inputs.methodology, inputs.asOf);
  if (!planned.ok) return planned;
  const identity = identifyInputs(inputs);
  const { registerHash, methodologyHash } = question;
  if (identity.register !== registerHash || identity.methodology !== methodologyHash) {
    throw new InvariantViolation("kept inputs have the hashes they were kept under");
  }
  return ok({ ground: openGround(inputs), identity });
}

/** An open city of the base that was used last is changed; one that breaks is forgotten. */
function modelOf(cities: OpenCity[], base: OpenBase, laid: LaidScenario): Result<Model> {
  const place = cities.findIndex((each) => each.base === base);
  const [found] = place < 0 ? [] : cities.splice(place, 1);
  const model =
    found === undefined
      ? openModel(laid.plan, columnsOfRegister(laid.plan, laid.inputs.snapshot))
      : found.model.change(base.ground.changeBetween(found.laid, laid));
  if (model.ok) cities.unshift({ base, laid, model: model.value });
  else if (found !== undefined) cities.unshift(found);
  cities.splice(REMEMBERED_CITIES);
  return model;
}

/** What is made once for a name; the least recently asked leave first. No failure is kept. */
async function remember<Value>(
  known: Map<string, Promise<Result<Value>>>,
  name: string,
  limit: number,
  make: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const making = known.get(name) ?? make();
  known.delete(name);
  known.set(name, making);
  const [oldest] = known.keys();
  if (known.size > limit && oldest !== undefined) known.delete(oldest);
  try {
    const made = await making;
    if (!made.ok) known.delete(name);
    return made;
  } catch (error) {
    known.delete(name);
    throw error;
  }
}
