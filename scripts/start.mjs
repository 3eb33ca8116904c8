/**
 * `npm start`: sets up and builds what is missing, then becomes the product: a page in the browser
 * over a database of its own. Ctrl+C stops everything.
 */
import { fileURLToPath } from "node:url";
import { buildPage, buildWhatChanged } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { withLock } from "./start-lock.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK = `${ROOT}.zhanbasy/setup.lock`;
const MAIN = new URL("../packages/api/dist/serve/main.js", import.meta.url).href;

requireNode();
const isBuilt = withLock(LOCK, () => {
  if (!isInstalled()) install();
  return buildWhatChanged() && buildPage();
});
if (!isBuilt) process.exit(1);
process.chdir(userFolder());
await import(MAIN);

/** A relative ZHANBASY_DATA begins where the user stands, and npm says in INIT_CWD where that is. */
function userFolder() {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === "start" && INIT_CWD ? INIT_CWD : process.cwd();
}
