/** The product under measure, with its processes, which may be killed. */
import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { processOfDatabase } from "../support/process-of-database.ts";
import { startProduct } from "../support/started-product.ts";

export type MeasuredProduct = {
  /** Where it serves: `http://localhost:41234`. */
  readonly origin: string;
  /** Process ids; each may be another one after a kill. */
  readonly findServer: () => number | undefined;
  readonly findDatabase: () => Promise<number | undefined>;
  /** Processes that this one has started. */
  readonly childrenOf: (id: number) => readonly number[];
  /** Kibibytes that the process of the server holds in memory. */
  readonly serverMemory: () => number;
  /** Lines about faults of ours that the product has said so far. */
  readonly faults: () => readonly string[];
};

const SERVER = /serve[/\\]server-main[.][jt]s/;

/** Runs the work on a product with empty data, which is gone afterwards. */
export async function onProduct<Value>(
  work: (product: MeasuredProduct) => Promise<Value>,
): Promise<Value> {
  const started = await startProduct();
  const { address, processId, folder, said } = started;
  try {
    return await work({
      origin: address,
      childrenOf: (id) => childrenOf(id).map((child) => child.id),
      findServer: () => findServer(processId),
      findDatabase: () => processOfDatabase(folder).catch(() => undefined),
      serverMemory: () => memoryOf(findServer(processId)),
      faults: () => faultsIn(said()),
    });
  } finally {
    await started.stop();
  }
}

/** The child of the start that serves. */
function findServer(start: number): number | undefined {
  return childrenOf(start).find(({ command }) => SERVER.test(command))?.id;
}

function childrenOf(parent: number): readonly { readonly id: number; readonly command: string }[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed.split("\n").flatMap((command) => {
    const [id, of] = command.trim().split(/\s+/, 2);
    return Number(of) === parent ? [{ id: Number(id), command }] : [];
  });
}

function memoryOf(id: number | undefined): number {
  if (id === undefined) return 0;
  return Number(execFileSync("ps", ["-o", "rss=", "-p", `${id}`], { encoding: "utf8" }).trim());
}

/** A fault of ours is told as one line of JSON. */
function faultsIn(said: string): readonly string[] {
  return said.split("\n").filter((line) => line.startsWith("{"));
}

/** Waits until the condition holds; false when it does not within this time. */
export async function waitFor(
  condition: () => Promise<boolean>,
  patienceMs: number,
): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    if (await condition()) return true;
    await pause(25);
  }
  return false;
}
