/** The product as its users start it: `npm start` with a data folder of its own and a free port. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "../../scripts/source-files.ts";
import { processOfDatabase } from "../support/process-of-database.ts";

export type StartedProduct = {
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
  work: (product: StartedProduct) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-bench-api-"));
  await chmod(folder, 0o755);
  const said: string[] = [];
  const { DATABASE_URL: _, DATABASE_MIGRATE_URL: __, ...surroundings } = process.env;
  const started = spawn(process.execPath, [`${ROOT}scripts/start.mjs`], {
    env: { ...surroundings, PORT: "0", ZHANBASY_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.stderr.on("data", (part) => said.push(String(part)));
  try {
    const origin = await addressOf(started, said);
    return await work({
      origin,
      childrenOf: (id) => childrenOf(id).map((child) => child.id),
      findServer: () => findServer(started.pid ?? 0),
      findDatabase: () => processOfDatabase(folder).catch(() => undefined),
      serverMemory: () => memoryOf(findServer(started.pid ?? 0)),
      faults: () => faultsIn(said),
    });
  } finally {
    started.kill("SIGINT");
    if (started.exitCode === null) await once(started, "exit");
    await rm(folder, { recursive: true, force: true });
  }
}

/** The line that the product prints when it is ready. */
async function addressOf({ stdout }: ChildProcess, said: readonly string[]): Promise<string> {
  let printed = "";
  for await (const part of stdout ?? []) {
    printed += String(part);
    const address = /http:\/\/localhost:\d+/.exec(printed);
    if (address !== null && printed.includes("\n")) return address[0];
  }
  throw new Error(`The product did not start: ${said.join("")}`);
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
function faultsIn(said: readonly string[]): readonly string[] {
  const lines = said.join("").split("\n");
  return lines.filter((line) => line.startsWith("{"));
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
