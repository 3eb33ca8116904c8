/** Builds the packages when their source is newer than what was built last. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGES = readdirSync(`${ROOT}packages`).map((name) => `${ROOT}packages/${name}`);
const STAMP = `${ROOT}packages/api/dist/.built`;

/**
 * Builds what is out of date; false when it does not compile. What the compiler says goes to
 * standard error, as all set-up does.
 */
export function buildWhatChanged() {
  if (existsSync(STAMP) && PACKAGES.every(isBuilt)) return true;
  const started = new Date();
  if (process.stderr.isTTY) process.stderr.write("Building …\n");
  const command = [`${ROOT}node_modules/typescript/bin/tsc`, "-b", "packages/api"];
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: ["ignore", 2, 2] });
  if (status !== 0) return false;
  writeFileSync(STAMP, "");
  utimesSync(STAMP, started, started);
  return true;
}

/** @param {string} folder */
function isBuilt(folder) {
  if (!existsSync(`${folder}/dist`)) return false;
  const built = statSync(STAMP).mtimeMs;
  const sources = readdirSync(`${folder}/src`, { recursive: true, encoding: "utf8" });
  const inputs = [...sources.map((path) => `src/${path}`), "package.json", "tsconfig.json"];
  return inputs.every((path) => statSync(`${folder}/${path}`).mtimeMs < built);
}
