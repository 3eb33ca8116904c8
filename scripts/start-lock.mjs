/**
 * One set-up of this clone at a time: two of them at once would write the same files.
 *
 * The lock is a file that holds the id of its process. A lock whose process is gone is taken over.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const STEP_MS = 200;

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
    writeFileSync(lock, String(process.pid), { flag: "wx" });
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
  // Between making the file and writing the id into it.
  if (holder === "") return true;
  if (holder === undefined || isAlive(Number(holder))) return holder !== undefined;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  return false;
}

/** @param {string} lock */
function read(lock) {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
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
