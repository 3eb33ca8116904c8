/**
 * `npm run bench:api`: how the product answers many people at once, and what it loses when it is
 * killed or spoken to badly.
 *
 * The product is started as its users start it, on this machine only, with invented people of every
 * role signed in. Printed and never judged: a machine under load is not a fault of the code.
 * `--quick` ends within a minute, `--json FILE` writes the measures, `--markdown` prints a table.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { type BenchOptions, readBenchOptions } from "../bench/bench-options.ts";
import { createRandom } from "../support/random.ts";
import { readBenchCity } from "./bench-city.ts";
import type { BenchContext } from "./bench-context.ts";
import { createClient } from "./http-client.ts";
import { measureBatches } from "./measure-batches.ts";
import { measureFuzz } from "./measure-fuzz.ts";
import { measureKills } from "./measure-kills.ts";
import { measureColumns, measureHighestRate, measureMixedReads } from "./measure-reads.ts";
import { measureWriters } from "./measure-writers.ts";
import { type MeasuredProduct, onProduct } from "./measured-product.ts";
import { type ApiMeasure, measureLine, measuresJson, measureTable } from "./measures.ts";
import { openDemonstration, sessionOf, signInAll } from "./sessions.ts";

const SEED = 20_260_101;

const options = readBenchOptions(process.argv.slice(2));
if ("refusal" in options) {
  process.stderr.write(`${options.refusal}\n`);
  process.exitCode = 2;
} else {
  await bench(options);
}

async function bench({ isQuick, jsonFile, isMarkdown }: BenchOptions): Promise<void> {
  const measures: ApiMeasure[] = [];
  const say = (sentence: string): void => {
    process.stdout.write(`${sentence}\n`);
  };
  const tell = (measure: ApiMeasure): void => {
    measures.push(measure);
    say(measureLine(measure));
  };
  say(machine());
  await onProduct((product) => measureAll({ product, tell, say, isQuick }));
  if (jsonFile !== undefined) writeFileSync(jsonFile, measuresJson(measures));
  if (isMarkdown) say(["", machine(), "", ...measureTable(measures)].join("\n"));
}

type Bench = Pick<BenchContext, "tell" | "say" | "isQuick"> & { readonly product: MeasuredProduct };

async function measureAll(bench: Bench): Promise<void> {
  const errors: string[] = [];
  const client = createClient(bench.product.origin);
  try {
    await openDemonstration(client);
    const sessions = await signInAll(client);
    const context: BenchContext = {
      ...{ ...bench, client, sessions, random: createRandom(SEED) },
      city: await readBenchCity(client, sessionOf(sessions, "auditor")),
      addErrors: (found) => errors.push(...found),
    };
    await measureMixedReads(context);
    await measureColumns(context);
    if (!bench.isQuick) await measureHighestRate(context);
    await measureBatches(context);
    await measureWriters(context);
    await measureKills(context);
    for (const error of errors.slice(0, 20)) bench.say(`  ${error.slice(0, 500)}`);
    bench.tell({
      ...{ name: "errors", value: errors.length, unit: "", goal: "0" },
      meaning: "requests of all of these that failed, but for conflicts of writers",
    });
    if (!bench.isQuick) await measureFuzz(context);
  } finally {
    client.close();
  }
}

/** The day and the machine. */
function machine(): string {
  const [first] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node.js ${process.versions.node}, ${first?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
}
