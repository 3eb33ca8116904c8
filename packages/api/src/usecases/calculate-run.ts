/** Calculates a kept register under a kept methodology and keeps the run. */
import {
  asOf,
  type CalendarDate,
  InvariantViolation,
  type Methodology,
  ok,
  type Result,
} from "@zhanbasy/core";
import type { RunSummary } from "../contract.ts";
import { buildRun } from "./build-run.ts";
import { calculateKept, type InputHashes, readKeptInputs } from "./kept-inputs.ts";
import type { Clock, Envelope, Ids, Store } from "./ports.ts";

/** What a calculation is asked for; known at the end of the budget year unless told otherwise. */
export type RunRequest = InputHashes & {
  readonly budgetYear: number;
  readonly knownOn: CalendarDate | undefined;
  readonly envelope: Envelope | undefined;
};

/** The kept run or all issues; the methodology, where it could be read, names their codes. */
export type RunAnswer = {
  readonly methodology: Methodology | undefined;
  readonly result: Result<RunSummary>;
};

/** Keeps a new run each time it is asked. */
export async function calculateRun(
  context: { readonly store: Store; readonly clock: Clock; readonly ids: Ids },
  request: RunRequest,
): Promise<RunAnswer> {
  const { store, clock, ids } = context;
  const inputs = await readKeptInputs(store, request);
  if (!inputs.ok) return { methodology: undefined, result: inputs };
  const { methodology, result } = await calculateKept(
    inputs.value,
    asOf(request.budgetYear, request.knownOn),
  );
  if (!result.ok) return { methodology, result };
  const { run, warnings } = result.value;
  const circumstances = { id: ids(), createdAt: clock(), envelope: request.envelope, warnings };
  const kept = buildRun(run, circumstances);
  checkInputs(kept, request);
  await store.runs.save(kept);
  const summary = await store.runs.find(kept.id);
  if (summary === undefined) throw new InvariantViolation("a run that was kept is found");
  return { methodology, result: ok(summary) };
}

/** What was read back must have the hashes under which it was kept. */
function checkInputs(kept: InputHashes, asked: InputHashes): void {
  const isSame =
    kept.registerHash === asked.registerHash && kept.methodologyHash === asked.methodologyHash;
  if (!isSame) throw new InvariantViolation("kept inputs have the hashes they were kept under");
}
