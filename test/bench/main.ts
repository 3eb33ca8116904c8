/**
 * `npm run bench`: how long the demonstration city takes and how much memory it needs.
 *
 * Printed and never judged: a machine under load is not a fault of the code.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPage } from "../../scripts/build.mjs";
import { measureCalculation } from "./measure-calculation.ts";
import { measurePage } from "./measure-page.ts";
import { measureProcess, type ProcessRun } from "./measure-process.ts";
import { measureServer } from "./measure-server.ts";
import { median } from "./statistics.ts";

const RUNS = 7;
const ANSWERS = 31;
const GOAL_MS = 100;
const PAGE_GOAL_MS = 2_000;
const FOLDER = "packages/api/demo/almaty";
const METHODOLOGY = "kz/almaty";

const output = mkdtempSync(join(tmpdir(), "zhanbasy-bench-"));
try {
  const words = ["--register", FOLDER, "--methodology", METHODOLOGY, "--year", "2026"];
  const file = join(output, "allocation.csv");
  await reportProcess("start: zhanbasy --help", ["--help"]);
  await reportProcess("calculate: folder to CSV", [
    "calculate",
    ...words,
    "--out",
    file,
    "--summary",
  ]);
  await reportCalculation();
  await reportServer();
  await reportPage();
} finally {
  rmSync(output, { recursive: true, force: true });
}

/** The first run fills the caches of the disk and does not count. */
async function reportProcess(name: string, words: readonly string[]): Promise<void> {
  await measureProcess(words);
  const runs: ProcessRun[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureProcess(words));
  const milliseconds = median(runs.map((run) => run.milliseconds));
  const peak = median(runs.map((run) => run.peakMebibytes));
  report(name, `${milliseconds.toFixed(0)} ms, at most ${peak.toFixed(0)} MiB`);
}

async function reportCalculation(): Promise<void> {
  const times = await measureCalculation(FOLDER, METHODOLOGY, RUNS);
  report("plan: methodology to bound plan", describe(times.plan));
  report("calculate: bound plan to totals", describe(times.calculate));
}

/** The goal is for the columns of the whole city; the rest stands beside it. */
async function reportServer(): Promise<void> {
  for (const { name, cold, warm } of await measureServer(ANSWERS)) {
    const [first, later] = [cold, warm].map((times) => median(times).toFixed(1));
    report(`answer: ${name}`, `${later} ms, of a new server ${first} ms (goal ${GOAL_MS} ms)`);
  }
}

async function reportPage(): Promise<void> {
  if (!buildPage()) throw new Error("the page could not be built");
  const times = await measurePage(RUNS);
  report("page: navigation to usable", `${describe(times)} (goal ${PAGE_GOAL_MS} ms)`);
}

function describe(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms, the first time ${(times[0] ?? 0).toFixed(0)} ms`;
}

function report(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(36)}${figures}\n`);
}
