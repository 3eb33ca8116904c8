/** `npm run check:data`: `zhanbasy check-methodology` over every methodology of the package. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../packages/core/data", import.meta.url));
const LAUNCHER = fileURLToPath(new URL("zhanbasy.mjs", import.meta.url));

const folders = readdirSync(DATA, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("manifest.json"))
  .map((path) => `${DATA}/${dirname(path)}`)
  .sort();
if (folders.length === 0) {
  process.stderr.write("No methodology was found: nothing was checked.\n");
  process.exit(1);
}
const statuses = folders.map((folder) => {
  const command = [LAUNCHER, "check-methodology", folder];
  return spawnSync(process.execPath, command, { stdio: "inherit" }).status;
});
process.exit(statuses.every((status) => status === 0) ? 0 : 1);
