/**
 * HyperFormula with the same model in sheets. It is under the GPL, so it lives in a folder of its
 * own that is no part of the workspace, is installed there on demand and runs in its own process.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SheetModel } from "./peers/sheet-model.ts";

export type SheetRun = {
  readonly buildMilliseconds: number;
  /** Each change of the cell that all rates stand on. */
  readonly milliseconds: readonly number[];
  /** In tenge: line by line, district by district. */
  readonly sums: readonly number[];
};

const FOLDER = fileURLToPath(new URL("hyperformula/", import.meta.url));
const CHILD = fileURLToPath(new URL("hyperformula/measure.mjs", import.meta.url));
const INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];
const INSTALL_LIMIT_MS = 60_000;

/** What it took; undefined where HyperFormula is not there and cannot be installed. */
export function measureHyperformula(model: SheetModel, rounds: number): SheetRun | undefined {
  if (!isInstalled() && !install()) return undefined;
  const task = join(tmpdir(), `zhanbasy-bench-sheets-${process.pid}.json`);
  try {
    writeFileSync(task, JSON.stringify({ ...model, rounds }));
    const run = spawnSync(process.execPath, [CHILD, task], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (run.status !== 0) throw new Error("HyperFormula did not calculate the sheets");
    return JSON.parse(run.stdout) as SheetRun;
  } finally {
    rmSync(task, { force: true });
  }
}

function isInstalled(): boolean {
  return existsSync(join(FOLDER, "node_modules/hyperformula/package.json"));
}

function install(): boolean {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, INSTALL, {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: INSTALL_LIMIT_MS,
  });
  return status === 0 && isInstalled();
}
