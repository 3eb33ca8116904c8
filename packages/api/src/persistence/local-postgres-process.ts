/** The process of the bundled PostgreSQL: starting it, and stopping it by its id. */
import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, readSync, truncateSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pause } from "../serve/pause.ts";
import { errorCode } from "../serve/start-refusal.ts";
import type { Binaries } from "./local-postgres-binaries.ts";
import { DATABASE_ENVIRONMENT } from "./local-postgres-cluster.ts";
import { type LocalPostgresPlace, SOCKET_PORT } from "./local-postgres-place.ts";

/** A database process that this one started. */
export type DatabaseProcess = {
  /** What it said since it was started, once it has ended; until then nothing. */
  readonly lastWords: () => string | undefined;
};

const LONGEST_LOG = 10_000_000;
const LONGEST_LAST_WORDS = 4_000;

/**
 * Starts the database process.
 *
 * It stands in a process group of its own, so that Ctrl+C in the terminal does not reach it before
 * the server has closed; and it writes to a file, so that it survives the end of this process.
 */
export function startDatabaseProcess(
  place: LocalPostgresPlace,
  binaries: Binaries,
): DatabaseProcess {
  const log = openSync(place.log, "a", 0o600);
  if (fstatSync(log).size > LONGEST_LOG) truncateSync(place.log);
  const start = fstatSync(log).size;
  const child = spawn(join(binaries.folder, "bin/postgres"), optionsFor(place), {
    ...(place.account === undefined ? {} : { uid: place.account.uid, gid: place.account.gid }),
    cwd: "/",
    detached: true,
    env: DATABASE_ENVIRONMENT,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  let lastWords: string | undefined;
  child.on("error", (error) => {
    lastWords = error.message;
  });
  child.on("exit", () => {
    lastWords = readFrom(place.log, start);
  });
  return { lastWords: () => lastWords };
}

/** Everything that differs from the defaults; `fsync` stays on. */
function optionsFor({ cluster, socketFolder }: LocalPostgresPlace): readonly string[] {
  const settings = {
    listen_addresses: "",
    port: String(SOCKET_PORT),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    shared_buffers: "64MB",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster, ...options];
}

/**
 * Stops the database whose first process has this id: at once for its clients, in good order for
 * its data. One that does not end is stopped harder.
 */
export async function stopDatabaseProcess(id: number): Promise<void> {
  const steps = [
    { signal: "SIGINT", patienceMs: 30_000 },
    { signal: "SIGQUIT", patienceMs: 5_000 },
    { signal: "SIGKILL", patienceMs: 5_000 },
  ] as const;
  for (const { signal, patienceMs } of steps) {
    if (!isAlive(id)) return;
    process.kill(id, signal);
    const end = Date.now() + patienceMs;
    while (isAlive(id) && Date.now() < end) await pause(20);
  }
}

/**
 * Removes the lock of a database whose process id now belongs to another program, as after a
 * restart of a container. The lock of any process that may be a database stays.
 */
export async function removeStaleLock(cluster: string): Promise<void> {
  const lock = join(cluster, "postmaster.pid");
  const id = (await readOrEmpty(lock)).split("\n")[0] ?? "";
  const name = /^\d+$/.test(id) ? await readOrEmpty(`/proc/${id}/comm`) : "";
  if (name !== "" && !name.startsWith("postgres")) await rm(lock, { force: true });
}

function readOrEmpty(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}

/** Whether a process runs; one that has ended and waits for its parent to notice does not. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
  return process.platform !== "linux" || !hasEnded(`/proc/${id}/stat`);
}

function hasEnded(status: string): boolean {
  try {
    const afterName = readFileSync(status, "utf8").split(") ").at(-1) ?? "";
    return /^[ZX]/.test(afterName);
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(errorCode(error))) return true;
    throw error;
  }
}

function readFrom(path: string, start: number): string {
  const file = openSync(path, "r");
  const bytes = Buffer.alloc(LONGEST_LAST_WORDS);
  const length = readSync(file, bytes, 0, LONGEST_LAST_WORDS, start);
  closeSync(file);
  return bytes.toString("utf8", 0, length);
}
