/**
 * The PostgreSQL that comes with the product, in a data folder of this machine.
 *
 * Whether it runs is found out by connecting, never by asking for its process: for some seconds
 * after a kill a dead database still counts as alive. Several starts may use one database; the last
 * one to leave stops it, and each of them starts it again when it dies.
 */
import { pause } from "../serve/pause.ts";
import { StartRefusal } from "../serve/start-refusal.ts";
import { type Binaries, copyBinaries, findBinaries, majorOf } from "./local-postgres-binaries.ts";
import { DATABASE_NAME, ensureCluster, lastLine, RUN_ROLE } from "./local-postgres-cluster.ts";
import { type LocalPostgresPlace, preparePlace, SOCKET_PORT } from "./local-postgres-place.ts";
import {
  type DatabaseProcess,
  removeStaleLock,
  startDatabaseProcess,
} from "./local-postgres-process.ts";
import { openWatch, type Watch } from "./local-postgres-watch.ts";

/** A database in use. */
export type LocalPostgres = {
  /** The address for the role that serves, for `DATABASE_URL`; it holds no password. */
  readonly url: string;
  /** The same for the owner, for `DATABASE_MIGRATE_URL`. */
  readonly ownerUrl: string;
  /** Resolves when the database has died. */
  readonly lost: Promise<void>;
  /** Ends the use of the database; true when nobody else used it and it was stopped. */
  readonly leave: () => Promise<boolean>;
};

export type LocalPostgresRequest = {
  readonly folder: string;
  /** Called before a cluster is made, which takes a second or two. */
  readonly announceFirstRun: () => void;
  readonly stop: AbortSignal;
};

/** Longer than a killed database is remembered by the system. */
const PATIENCE_MS = 30_000;
const STEP_MS = 100;

/**
 * Starts the database of the folder, or joins the one that runs; nothing when `stop` comes first.
 * Refuses what a person must mend.
 */
export async function joinLocalPostgres(
  request: LocalPostgresRequest,
): Promise<LocalPostgres | undefined> {
  const binaries = findBinaries();
  const place = await preparePlace(request.folder, majorOf(binaries));
  const watch = await untilJoined(place, binaries, request);
  if (watch === undefined) return undefined;
  return {
    url: urlOf(place, RUN_ROLE),
    ownerUrl: urlOf(place, DATABASE_NAME),
    lost: watch.lost,
    leave: () => leave(place, watch),
  };
}

async function untilJoined(
  place: LocalPostgresPlace,
  binaries: Binaries,
  { announceFirstRun, stop }: LocalPostgresRequest,
): Promise<Watch | undefined> {
  let process: DatabaseProcess | undefined;
  let end = Date.now() + PATIENCE_MS;
  for (;;) {
    const attempt = await openWatch(place);
    if (attempt.kind === "joined") return attempt.watch;
    const isRunning = process !== undefined && process.lastWords() === undefined;
    if (stop.aborted && !isRunning) return undefined;
    if (attempt.kind === "busy") end = Date.now() + PATIENCE_MS;
    else if (!isRunning) {
      await requireHope(place, process, stop);
      process = await start(place, binaries, announceFirstRun);
    }
    if (Date.now() > end) throw refusalOf(place, process?.lastWords() ?? "");
    await pause(STEP_MS);
  }
}

/** After a failed attempt: refuses what another attempt would not mend, and waits before it. */
async function requireHope(
  place: LocalPostgresPlace,
  process: DatabaseProcess | undefined,
  stop: AbortSignal,
): Promise<void> {
  const lastWords = process?.lastWords();
  if (lastWords === undefined) return;
  if (!isHeldByAnother(lastWords)) throw refusalOf(place, lastWords);
  await removeStaleLock(place.cluster);
  await pause(5 * STEP_MS, stop);
}

async function start(
  place: LocalPostgresPlace,
  binaries: Binaries,
  announceFirstRun: () => void,
): Promise<DatabaseProcess> {
  const { account, folder } = place;
  const usable = account === undefined ? binaries : await copyBinaries(binaries, folder);
  await ensureCluster(place, usable, announceFirstRun);
  return startDatabaseProcess(place, usable);
}

/** Another start was faster, or the system still remembers a database that was killed. */
function isHeldByAnother(lastWords: string): boolean {
  return /lock file .* already exists|pre-existing shared memory block/.test(lastWords);
}

function refusalOf({ folder, log }: LocalPostgresPlace, lastWords: string): StartRefusal {
  if (lastWords.includes("No space left on device"))
    return new StartRefusal("diskFull", { folder });
  return new StartRefusal("databaseNotStarted", { detail: fatalLine(lastWords), log });
}

/** What stopped it: the hints below that line say less. */
function fatalLine(lastWords: string): string {
  const fatal = lastWords.split("\n").findLast((line) => /FATAL|PANIC/.test(line));
  return fatal?.replace(/^.*?(?=FATAL|PANIC)/, "") ?? lastLine(lastWords);
}

/** A connection that has just broken is made again, so that no database is left without a user. */
async function leave(place: LocalPostgresPlace, watch: Watch): Promise<boolean> {
  if (!watch.isLost()) return watch.leave();
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const attempt = await openWatch(place);
    if (attempt.kind === "joined") return attempt.watch.leave();
    if (attempt.kind === "absent") return false;
    await pause(STEP_MS);
  }
  return false;
}

/** All parts are named, so that nothing is taken from the surroundings of who uses it. */
function urlOf({ socketFolder }: LocalPostgresPlace, role: string): string {
  const parts = { host: socketFolder, port: String(SOCKET_PORT), sslmode: "disable" };
  const query = new URLSearchParams(parts);
  return `postgresql://${role}@localhost/${DATABASE_NAME}?${query.toString()}`;
}
