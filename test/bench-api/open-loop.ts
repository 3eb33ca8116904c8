/**
 * Requests at a steady rate, whether the earlier ones were answered or not.
 *
 * The time of an answer is counted from when its request was due, so that a server which stops for
 * a while pays for everybody who came meanwhile.
 */
import { setTimeout as pause } from "node:timers/promises";
import { isWell } from "./http-client.ts";

export type DueRequest = {
  readonly kind: string;
  /** The status of its answer. */
  readonly ask: () => Promise<number>;
};

export type OpenLoop = {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly next: (position: number) => DueRequest;
};

export type LoopResult = {
  /** Milliseconds from when each was due, by kind. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** What went wrong, in words. */
  readonly errors: readonly string[];
};

/** Sends all that are due, and waits for the last answer. */
export async function runOpenLoop({ rate, seconds, next }: OpenLoop): Promise<LoopResult> {
  const times = new Map<string, number[]>();
  const errors: string[] = [];
  const count = Math.round(rate * seconds);
  const start = performance.now();
  const running: Promise<void>[] = [];
  const send = async (position: number): Promise<void> => {
    const { kind, ask } = next(position);
    const status = await ask().catch((error: unknown) => String(error));
    const list = times.get(kind) ?? [];
    times.set(kind, list);
    list.push(performance.now() - start - (position * 1000) / rate);
    if (typeof status === "string" || !isWell(status)) errors.push(`${kind}: ${status}`);
  };
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.floor(((performance.now() - start) * rate) / 1000) + 1);
    for (; sent < due; sent += 1) running.push(send(sent));
    await pause(1);
  }
  await Promise.all(running);
  return { times, errors };
}

/** All times of a loop together. */
export function allTimes({ times }: LoopResult): readonly number[] {
  return [...times.values()].flat();
}

/** The time that so many of a hundred do not exceed. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((left, right) => left - right);
  const place = Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1);
  const found = sorted[place];
  if (found === undefined) throw new Error("the percentile of nothing");
  return found;
}
