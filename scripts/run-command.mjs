/**
 * Starts `zhanbasy` straight from its source and passes everything through: streams, signals, exit
 * code.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const COMMAND_MAIN = fileURLToPath(
  new URL("../packages/api/src/cli/main.ts", import.meta.url),
);
const LOADER = new URL("../node_modules/tsx/dist/loader.mjs", import.meta.url).href;
export const COMMAND_FLAGS = ["--conditions=@zhanbasy/source", "--import", LOADER];

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** npm runs a script at the root of the package and says in INIT_CWD where the user stood. */
export function userFolder() {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === "zhanbasy" && INIT_CWD ? INIT_CWD : process.cwd();
}

/**
 * Runs the command and ends this process as the command ended.
 *
 * @param {readonly string[]} words
 * @param {string} cwd
 */
export function runCommand(words, cwd) {
  const command = spawn(process.execPath, [...COMMAND_FLAGS, COMMAND_MAIN, ...words], {
    cwd,
    stdio: "inherit",
  });
  for (const signal of SIGNALS) process.on(signal, () => command.kill(signal));
  command.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
