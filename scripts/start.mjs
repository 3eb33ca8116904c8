/** `npm start`: sets up, then calculates the demonstration city and says what it shows. */
import { fileURLToPath } from "node:url";
import { install, isInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { runCommand } from "./run-command.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DEMONSTRATION = ["--register", "packages/api/demo/almaty", "--methodology", "kz/almaty"];
const BUDGET = ["--year", "2026", "--envelope", "432000000000.00"];

requireNode();
if (!isInstalled()) install();
process.stderr.write(
  "Demonstration data (every organisation is invented): the summary of Almaty's budget year 2026.\n",
);
runCommand(["calculate", ...DEMONSTRATION, ...BUDGET, "--summary"], ROOT);
