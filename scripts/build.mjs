/** Builds the packages when their source is newer than what was built last. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUpText } from "./set-up-text.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGES = `${ROOT}packages`;
const LOCKFILE = `${ROOT}pnpm-lock.yaml`;

/**
 * @typedef {{ said: string, stamp: string, inputs: readonly string[], command: readonly string[],
 *   folder: string }} Build
 */

/** @type {Build} */
const PROGRAM = {
  said: "buildingProgram",
  stamp: `${PACKAGES}/api/dist/.built`,
  inputs: ["api", "core"].flatMap((name) => inputsOf(name, ["package.json", "tsconfig.json"])),
  command: [`${ROOT}node_modules/typescript/bin/tsc`, "-b", "packages/api"],
  folder: ROOT,
};

/** @type {Build} */
const PAGE = {
  said: "buildingPage",
  stamp: `${PACKAGES}/ui/dist/.built`,
  inputs: [
    ...inputsOf("ui", ["package.json", "index.html", "vite.config.ts"]),
    ...inputsOf("core", ["package.json", "text"]),
  ],
  command: [`${PACKAGES}/ui/node_modules/vite/bin/vite.js`, "build", "--logLevel", "error"],
  folder: `${PACKAGES}/ui`,
};

/**
 * Builds the program where it is out of date; false when it does not compile. What the compiler
 * says goes to standard error, as all set-up does.
 */
export function buildWhatChanged() {
  return isUpToDate(PROGRAM) || build(PROGRAM);
}

/** Builds the page where it is out of date; false when that fails. */
export function buildPage() {
  return isUpToDate(PAGE) || build(PAGE);
}

/** @param {Build} build */
function isUpToDate({ stamp, inputs }) {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return [...inputs, LOCKFILE].every((path) => newestIn(path) < built);
}

/** @param {Build} build */
function build({ said, stamp, command, folder }) {
  const started = new Date();
  if (process.stderr.isTTY) process.stderr.write(`${setUpText(said)}\n`);
  // A build asked for by a test run is the same one: the page of users, not of developers.
  const env = { ...process.env, NODE_ENV: "production" };
  const { status } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) return false;
  writeFileSync(stamp, "");
  utimesSync(stamp, started, started);
  return true;
}

/**
 * What a package is built from: its source, and these files and folders.
 *
 * @param {string} name
 * @param {readonly string[]} others
 */
function inputsOf(name, others) {
  return ["src", ...others].map((path) => `${PACKAGES}/${name}/${path}`);
}

/**
 * When a file, or anything in a folder, was changed last.
 *
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(stats.mtimeMs, ...inside.map((entry) => statSync(`${path}/${entry}`).mtimeMs));
}
