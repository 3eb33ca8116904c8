/**
 * Becomes the command line `zhanbasy`, in this very process: its streams, signals and exit code are
 * ours.
 */
import { buildWhatChanged } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";

const MAIN = new URL("../packages/api/dist/cli/main.js", import.meta.url).href;

/**
 * Sets up and builds what is missing, then runs the command with these words in this folder.
 *
 * @param {readonly string[]} words
 * @param {string} folder
 */
export async function launch(words, folder) {
  requireNode();
  if (!isInstalled()) install();
  if (!buildWhatChanged()) process.exit(1);
  process.argv.splice(2, process.argv.length, ...words);
  process.chdir(folder);
  await import(MAIN);
}
