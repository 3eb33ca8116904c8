/** How long the demonstration city takes: a process, the calculation, the server, the page. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPage } from "../../scripts/build.mjs";
import type { Measure } from "./measure.ts";
import { measureCalculation } from "./measure-calculation.ts";
import { measurePage } from "./measure-page.ts";
import { measureProcess, type ProcessRun } from "./measure-process.ts";
import { measureServer } from "./measure-server.ts";
import { median } from "./statistics.ts";

const RUNS = 7;
const ANSWERS = 31;
const ANSWER_GOAL = "< 100";
const PAGE_GOAL = "< 2,000";
const FOLDER = "packages/api/demo/almaty";
const METHODOLOGY = "kz/almaty";
const ORGANISATIONS = 2_256;

type Tell = (measure: Measure) => void;

/** Tells every measure as soon as it is there. */
export async function measureDemonstration(tell: Tell): Promise<void> {
  const output = mkdtempSync(join(tmpdir(), "zhanbasy-bench-"));
  try {
    const words = ["--register", FOLDER, "--methodology", METHODOLOGY, "--year", "2026"];
    const out = ["--out", join(output, "allocation.csv"), "--summary"];
    await tellProcess(tell, "start", "zhanbasy --help", ["--help"]);
    await tellProcess(tell, "demonstration", "zhanbasy calculate, from a folder to a CSV file", [
      "calculate",
      ...words,
      ...out,
    ]);
    await tellCalculation(tell);
    await tellServer(tell);
    await tellPage(tell);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** The first run fills the caches of the disk and does not count. */
async function tellProcess(
  tell: Tell,
  name: string,
  meaning: string,
  words: readonly string[],
): Promise<void> {
  await measureProcess(words);
  const runs: ProcessRun[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureProcess(words));
  tellRuns(tell, { name, meaning, organisations: ORGANISATIONS }, runs);
}

/** Time and memory of runs of the command line. */
export function tellRuns(
  tell: Tell,
  {
    name,
    meaning,
    organisations,
    goals,
  }: {
    readonly name: string;
    readonly meaning: string;
    readonly organisations: number;
    readonly goals?: { readonly milliseconds: string; readonly peak: string };
  },
  runs: readonly ProcessRun[],
): void {
  const all = { organisations, meaning };
  tell({
    ...{ ...all, name: `${name}-ms`, unit: "ms" },
    value: median(runs.map(({ milliseconds }) => milliseconds)),
    ...(goals === undefined ? {} : { goal: goals.milliseconds }),
  });
  tell({
    ...{ ...all, name: `${name}-peak-mib`, unit: "MiB" },
    value: median(runs.map(({ peakMebibytes }) => peakMebibytes)),
    ...(goals === undefined ? {} : { goal: goals.peak }),
  });
}

async function tellCalculation(tell: Tell): Promise<void> {
  const times = await measureCalculation(FOLDER, METHODOLOGY, RUNS);
  tellTimes(tell, "plan", "methodology to bound plan", times.plan);
  tellTimes(
    tell,
    "lines",
    "bound plan to every line, with all that explanations need",
    times.calculate,
  );
}

/** The goal is for the columns of the whole city; the rest stands beside it. */
async function tellServer(tell: Tell): Promise<void> {
  for (const { name, cold, warm } of await measureServer(ANSWERS)) {
    const all = { organisations: ORGANISATIONS, unit: "ms", goal: ANSWER_GOAL } as const;
    const slug = name.replaceAll(" ", "-");
    tell({ ...all, name: `answer-${slug}`, value: median(warm), meaning: `${name}, over HTTP` });
    const first = `${name}, the first answer of a new server`;
    tell({ ...all, name: `answer-${slug}-first`, value: median(cold), meaning: first });
  }
}

async function tellPage(tell: Tell): Promise<void> {
  if (!buildPage()) throw new Error("the page could not be built");
  const times = await measurePage(RUNS);
  tellTimes(tell, "page", "navigation to a sheet one can read and type into", times, PAGE_GOAL);
}

function tellTimes(
  tell: Tell,
  name: string,
  meaning: string,
  times: readonly number[],
  goal?: string,
): void {
  const all = {
    organisations: ORGANISATIONS,
    unit: "ms",
    ...(goal === undefined ? {} : { goal }),
  } as const;
  tell({ ...all, name: `${name}-ms`, value: median(times), meaning });
  tell({
    ...all,
    name: `${name}-first-ms`,
    value: times[0] ?? 0,
    meaning: `${meaning}, the first time`,
  });
}
