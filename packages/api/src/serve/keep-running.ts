/** Runs a child again whenever it dies, ever more patiently while it keeps dying early. */
import { pause } from "./pause.ts";

export type KeepRunning = {
  /** Runs the child until it ends, and says why it did. What it throws ends the keeping. */
  readonly run: () => Promise<string>;
  /** Told before each new attempt: why the child died, and how long the attempt is put off. */
  readonly onDeath: (reason: string, delayMs: number) => void;
  readonly stop: AbortSignal;
};

/** Long enough to call a child healthy: what dies later dies for the first time. */
const HEALTHY_AFTER_MS = 30_000;
const SHORTEST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/** Keeps the child running until `stop` comes and the child has ended. */
export async function keepRunning({ run, onDeath, stop }: KeepRunning): Promise<void> {
  let deaths = 0;
  while (!stop.aborted) {
    const start = Date.now();
    const reason = await run();
    if (stop.aborted) return;
    deaths = Date.now() - start < HEALTHY_AFTER_MS ? deaths + 1 : 1;
    const delay = restartDelay(deaths);
    onDeath(reason, delay);
    await pause(delay, stop);
  }
}

/** Twice as long after each death in a row: 250 milliseconds, at most 8 seconds. */
export function restartDelay(deaths: number): number {
  return Math.min(SHORTEST_DELAY_MS * 2 ** (deaths - 1), LONGEST_DELAY_MS);
}
