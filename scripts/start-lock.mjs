/**
 * One set-up of this clone at a time: two of them at once would write the same files.
 *
 * The lock is a file that names its process. A lock whose process is gone is taken over.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

const STEP_MS = 200;
/** Far longer than a process stays between making the file and writing its name into it. */
const WRITTEN_WITHIN_MS = 5_000;

/**
 * Does the work while nobody else does work under the same lock, waiting for its turn.
 *
 * @template Value
 * @param {string} lock
 * @param {() => Value} work
 */
export function withLock(lock, work) {
  mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
  while (!take(lock)) {
    if (isHeld(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, nameOf(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Whether the process that holds the lock runs; the lock of one that is gone is put aside.
 *
 * @param {string} lock
 */
function isHeld(lock) {
  const holder = read(lock);
  if (holder === undefined) return false;
  if (holder === "" ? isJustMade(lock) : isRunning(holder)) return true;
  putAside(lock, holder);
  return false;
}

/** @param {string} lock */
function isJustMade(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made < WRITTEN_WITHIN_MS;
}

/**
 * @param {string} lock
 * @param {string} stale
 */
function putAside(lock, stale) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    // Another may have been faster: then this is its new lock, and goes back.
    if (read(aside) !== stale) linkSync(aside, lock);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * The id of a process and when it began: the system gives the ids of processes that are gone to new
 * ones, in a container soon the very same.
 *
 * @param {number} id
 */
function nameOf(id) {
  const afterName = read(`/proc/${id}/stat`)?.split(") ").at(-1) ?? "";
  return `${id} ${afterName.split(" ")[19] ?? ""}`;
}

/** @param {string} name */
function isRunning(name) {
  const id = Number(name.split(" ")[0]);
  return isAlive(id) && nameOf(id) === name;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ESRCH") throw error;
    return undefined;
  }
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
