/**
 * Refuses a Node that is too old, before anything else runs: an old Node must be able to read this
 * file.
 */
import { readFileSync } from "node:fs";
import { setUpText } from "./set-up-text.mjs";

/**
 * Ends the process with one sentence unless this Node is at least the one that package.json names.
 */
export function requireNode() {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { engines } = /** @type {{ engines: { node: string } }} */ (JSON.parse(text));
  const oldest = engines.node.replace(">=", "");
  if (isAtLeast(process.versions.node, oldest)) return;
  const facts = { oldest, found: process.version };
  process.stderr.write(`${setUpText("nodeTooOld", facts)}\n`);
  process.exit(1);
}

/**
 * Compares `20.19.4` with `20.19` part by part.
 *
 * @param {string} version
 * @param {string} oldest
 */
function isAtLeast(version, oldest) {
  const parts = version.split(".").map(Number);
  for (const [place, required] of oldest.split(".").map(Number).entries()) {
    const part = parts[place] || 0;
    if (part !== required) return part > required;
  }
  return true;
}
