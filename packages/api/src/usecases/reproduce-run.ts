/** A kept run calculated anew from its kept inputs, to the same hash. */
import {
  asOf,
  type CalculationRun,
  findCalendarDate,
  InvariantViolation,
  identifyRun,
  tiyn,
} from "@zhanbasy/core";
import type { OverrideJson, RunSummary } from "../contract.ts";
import { calculateKept, readKeptInputs } from "./kept-inputs.ts";
import type { Store } from "./ports.ts";
import type { KeptRunScenario } from "./run-ports.ts";
import { createScenarioDesk } from "./scenario-desk.ts";
import { readOverrides } from "./scenario-overrides.ts";
import type { AssessedRun } from "./weak-values.ts";

/**
 * The run as it was calculated, or nothing when no such run is kept. Stops with an
 * `InvariantViolation` when its inputs or its result have another hash than when they were kept.
 */
export async function reproduceRun(
  store: Store,
  runId: string,
): Promise<CalculationRun | undefined> {
  return (await reproduceAssessed(store, runId))?.run;
}

/** The same with what was said to come to it, and with the limit that was kept. */
export async function reproduceAssessed(
  store: Store,
  runId: string,
): Promise<AssessedRun | undefined> {
  const kept = await store.runs.find(runId);
  if (kept === undefined) return undefined;
  const scenario = await store.runs.findScenario(runId);
  const again =
    scenario === undefined
      ? await calculateAgain(store, kept)
      : await calculateScenarioAgain(store, kept, scenario);
  if (identifyRun(again.run).resultHash !== kept.resultHash) {
    throw new InvariantViolation(`run ${runId} gives the result it was kept with`);
  }
  return { ...again, limit: limitOf(kept) };
}

type Again = Omit<AssessedRun, "limit">;

function limitOf({ envelope }: RunSummary): AssessedRun["limit"] {
  if (envelope === null) return undefined;
  return { limit: tiyn(BigInt(envelope.limitTiyn)), status: envelope.status };
}

async function calculateAgain(store: Store, kept: RunSummary): Promise<Again> {
  const inputs = await readKeptInputs(store, kept);
  if (!inputs.ok) throw new InvariantViolation(`the inputs of run ${kept.id} are kept`);
  const { result } = await calculateKept(inputs.value, dayOf(kept));
  if (!result.ok) throw new InvariantViolation(`run ${kept.id} can be calculated again`);
  const { run } = result.value;
  const { register, methodology } = identifyRun(run).inputHashes;
  if (register !== kept.registerHash || methodology !== kept.methodologyHash) {
    throw new InvariantViolation(`run ${kept.id} is of the inputs it was kept with`);
  }
  return { run, base: run.plan.methodology, overrides: [] };
}

/** The desk itself proves the hashes of register and law. */
async function calculateScenarioAgain(
  store: Store,
  { id, registerHash, methodologyHash, ...kept }: RunSummary,
  { document, identity }: KeptRunScenario,
): Promise<Again> {
  const overrides = readOverrides(documentedOverrides(document));
  if (!overrides.ok) throw new InvariantViolation(`the scenario of run ${id} can be read`);
  const base = { registerHash, methodologyHash, asOf: dayOf(kept), envelope: undefined };
  const calculated = await createScenarioDesk(store).run({ ...base, overrides: overrides.value });
  if (!calculated.ok) throw new InvariantViolation(`run ${id} can be calculated again`);
  if (calculated.value.identity !== identity) {
    throw new InvariantViolation(`run ${id} is of the scenario it was kept with`);
  }
  const { run, base: city } = calculated.value;
  return { run, base: city.methodology, overrides: overrides.value };
}

/** What a kept document says; one that is none any more says nothing, to another identity. */
export function documentedOverrides(document: unknown): readonly OverrideJson[] {
  if (!isObject(document)) return [];
  const { overrides } = document;
  return Array.isArray(overrides) && overrides.every(isObject) ? overrides : [];
}

function isObject(value: unknown): value is OverrideJson {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function dayOf({ budgetYear, knownOn }: Pick<RunSummary, "budgetYear" | "knownOn">) {
  return asOf(budgetYear, findCalendarDate(knownOn));
}

/** Gives runs calculated anew; the latest few stay in memory. */
export type Reproducer = (runId: string) => Promise<CalculationRun | undefined>;

const REMEMBERED = 2;

/** A reproducer over a store. */
export function createReproducer(store: Store): Reproducer {
  const latest = new Map<string, Promise<CalculationRun | undefined>>();
  return async (runId) => {
    const known = latest.get(runId);
    latest.delete(runId);
    const run = known ?? reproduceRun(store, runId);
    latest.set(runId, run);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
    try {
      const found = await run;
      if (found === undefined) latest.delete(runId);
      return found;
    } catch (error) {
      latest.delete(runId);
      throw error;
    }
  };
}
