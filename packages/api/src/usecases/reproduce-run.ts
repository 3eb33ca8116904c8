/** A kept run calculated anew from its kept inputs, to the same hash. */
import {
  asOf,
  type CalculationRun,
  findCalendarDate,
  InvariantViolation,
  identifyRun,
} from "@zhanbasy/core";
import { calculateKept, readKeptInputs } from "./kept-inputs.ts";
import type { Store } from "./ports.ts";

/**
 * The run as it was calculated, or nothing when no such run is kept. Stops with an
 * `InvariantViolation` when its inputs or its result have another hash than when they were kept.
 */
export async function reproduceRun(
  store: Store,
  runId: string,
): Promise<CalculationRun | undefined> {
  const kept = await store.runs.find(runId);
  if (kept === undefined) return undefined;
  const inputs = await readKeptInputs(store, kept);
  if (!inputs.ok) throw new InvariantViolation(`the inputs of run ${runId} are kept`);
  const knownOn = findCalendarDate(kept.knownOn);
  const { result } = await calculateKept(inputs.value, asOf(kept.budgetYear, knownOn));
  if (!result.ok) throw new InvariantViolation(`run ${runId} can be calculated again`);
  const { run } = result.value;
  const { inputHashes, resultHash } = identifyRun(run);
  const isSame =
    inputHashes.register === kept.registerHash &&
    inputHashes.methodology === kept.methodologyHash &&
    resultHash === kept.resultHash;
  if (!isSame) throw new InvariantViolation(`run ${runId} gives the result it was kept with`);
  return run;
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
