/**
 * `npm run bench`: how fast core is beside its peers, and how long the demonstration city takes.
 *
 * Printed and never judged: a machine under load is not a fault of the code. `--quick` leaves out
 * what is not core beside its peers, `--json FILE` writes the measures, `--markdown` prints a table.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { almatyPlan } from "./bench-city.ts";
import { type BenchOptions, readBenchOptions } from "./bench-options.ts";
import { measureDemonstration, tellRuns } from "./demonstration.ts";
import { type Measure, measureLine, measureTable } from "./measure.ts";
import { measureCommandLine } from "./measure-command-line.ts";
import { measureMethodologies } from "./measure-methodologies.ts";
import { measurePeers } from "./measure-peers.ts";

const COMMAND_LINE_CITY = 20_000;
const COMMAND_LINE_RUNS = 3;
const REPEATED = 4_000;
const REPEATED_ROUNDS = 5;

const options = readBenchOptions(process.argv.slice(2));
if ("refusal" in options) {
  process.stderr.write(`${options.refusal}\n`);
  process.exitCode = 2;
} else {
  await bench(options);
}

async function bench({ isQuick, jsonFile, isMarkdown }: BenchOptions): Promise<void> {
  const measures: Measure[] = [];
  const say = (sentence: string): void => {
    process.stdout.write(`${sentence}\n`);
  };
  const tell = (measure: Measure): void => {
    measures.push(measure);
    say(measureLine(measure));
  };
  say(machine());
  const plan = almatyPlan();
  measurePeers(plan, { tell, say, isQuick });
  if (!isQuick) {
    tellRuns(
      tell,
      {
        ...{ name: "command-line", organisations: COMMAND_LINE_CITY },
        meaning: "zhanbasy calculate, from packed CSV files to a CSV file",
        goals: { milliseconds: "< 8,000", peak: "< 700" },
      },
      await measureCommandLine(plan, COMMAND_LINE_CITY, COMMAND_LINE_RUNS),
    );
    await tellMethodologies(measures, tell);
    await measureDemonstration(tell);
  }
  if (jsonFile !== undefined) writeFileSync(jsonFile, jsonOf(measures));
  if (isMarkdown) say(["", machine(), "", ...measureTable(measures)].join("\n"));
}

/** Beside an organisation of Kazakhstan, which is measured in the generated city of 2,500. */
async function tellMethodologies(
  measures: readonly Measure[],
  tell: (measure: Measure) => void,
): Promise<void> {
  const full = measures.find(({ name }) => name === "full-ms");
  if (full === undefined) throw new Error("Kazakhstan was not measured");
  const kazakhstan = (full.value * 1000) / full.organisations;
  const each = { organisations: full.organisations, unit: "µs" } as const;
  const meaning = "a full calculation, by the organisation";
  tell({ ...each, name: "cost-kz/almaty", value: kazakhstan, meaning });
  const found = await measureMethodologies(REPEATED, REPEATED_ROUNDS);
  for (const { name, organisations, microseconds } of found) {
    const ratio = (microseconds / kazakhstan).toPrecision(3);
    const beside = `${meaning}; ${ratio} times one of Kazakhstan`;
    tell({ name: `cost-${name}`, organisations, value: microseconds, unit: "µs", meaning: beside });
  }
}

function jsonOf(measures: readonly Measure[]): string {
  const told = measures.map(({ name, organisations, value, unit }) => ({
    ...{ name, organisations, value, unit },
  }));
  return `${JSON.stringify({ measures: told }, null, 2)}\n`;
}

/** The day and the machine. */
function machine(): string {
  const [first] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node.js ${process.versions.node}, ${first?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
}
