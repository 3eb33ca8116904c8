/**
 * `npm run bench`: how long the demonstration city takes and how much memory; printed, never
 * judged.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureProcess, type ProcessRun } from "./measure-process.ts";
import { median } from "./statistics.ts";

const RUNS = 5;
const DEMONSTRATION = [
  ...["--register", "packages/api/demo/almaty"],
  ...["--methodology", "kz/almaty", "--year", "2026"],
];

const folder = mkdtempSync(join(tmpdir(), "zhanbasy-bench-"));
try {
  await reportProcess("calculate: read, calculate, write CSV", [
    "calculate",
    ...DEMONSTRATION,
    ...["--out", join(folder, "allocation.csv")],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Prints the medians of a few runs; the first fills the caches of the disk and the compiler and
 * does not count.
 */
async function reportProcess(name: string, words: readonly string[]): Promise<void> {
  await measureProcess(words);
  const runs: ProcessRun[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureProcess(words));
  const milliseconds = median(runs.map((run) => run.milliseconds));
  const peak = median(runs.map((run) => run.peakMebibytes));
  report(name, `${milliseconds.toFixed(0)} ms, ${peak.toFixed(0)} MiB at most`);
}

function report(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(44)} ${figures}\n`);
}
