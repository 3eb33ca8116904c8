/**
 * Installs what pnpm-lock.yaml names, with the pnpm that package.json names: the one place of its
 * version.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUpText } from "./set-up-text.mjs";

const INSTALL = ["install", "--frozen-lockfile"];
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Whether the last installation is whole and not older than the lockfile. */
export function isInstalled() {
  const finished = `${ROOT}node_modules/.pnpm-workspace-state-v1.json`;
  const lockfile = `${ROOT}pnpm-lock.yaml`;
  return existsSync(finished) && statSync(finished).mtimeMs >= statSync(lockfile).mtimeMs;
}

/**
 * Runs pnpm through npx, so that a fresh clone needs Node and nothing else.
 *
 * Everything it says goes to standard error: standard output belongs to the command that follows.
 * `npm run -s` asks for silence, yet an installation that fails must say why.
 */
export function install() {
  const text = readFileSync(`${ROOT}package.json`, "utf8");
  const { packageManager } = /** @type {{ packageManager: string }} */ (JSON.parse(text));
  process.stderr.write(`${setUpText("installing", { tool: packageManager })}\n`);
  const { status, error } = spawnSync("npx", ["--yes", packageManager, ...INSTALL], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, npm_config_loglevel: "warn" },
  });
  if (error !== undefined) {
    process.stderr.write(`${setUpText("npxFailed", { reason: error.message })}\n`);
  }
  if (status !== 0) process.exit(status ?? 1);
}
