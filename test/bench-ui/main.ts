/**
 * `npm run bench:ui`: how soon a sheet answers the hand, and how the grid layer does beside the bare
 * grid library over the same city, in a real browser and by turns.
 *
 * Printed and never judged: a machine under load is not a fault of the code. `--quick` ends within a
 * minute, `--json FILE` writes the measures, `--markdown` writes the table of results beside this.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { type BenchOptions, readBenchOptions } from "../bench/bench-options.ts";
import { serveGridPage } from "../support/grid-page-server.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import type { UiBench } from "./bench-page.ts";
import { measureEdits } from "./measure-edits.ts";
import { measureMemory } from "./measure-memory.ts";
import { measureScroll } from "./measure-scroll.ts";
import { measureLine, measuresJson, measureTable, type UiMeasure } from "./ui-measures.ts";

const RESULTS = new URL("RESULTS.md", import.meta.url);

const options = readBenchOptions(process.argv.slice(2));
if ("refusal" in options) {
  process.stderr.write(`${options.refusal}\n`);
  process.exitCode = 2;
} else {
  await bench(options);
}

async function bench({ isQuick, jsonFile, isMarkdown }: BenchOptions): Promise<void> {
  const measures: UiMeasure[] = [];
  const say = (sentence: string): void => {
    process.stdout.write(`${sentence}\n`);
  };
  const served = await serveGridPage();
  const browser = await launchBrowser();
  const day = `${machine()}, Chromium ${browser.version()}`;
  say(day);
  const tell: UiBench["tell"] = (measure) => {
    measures.push(measure);
    say(measureLine(measure));
  };
  try {
    const given = { browser, served, isQuick, tell };
    await measureEdits(given);
    await measureScroll(given);
    await measureMemory(given);
  } finally {
    await browser.close();
    await served.stop();
  }
  if (jsonFile !== undefined) writeFileSync(jsonFile, measuresJson(measures));
  if (isMarkdown) writeFileSync(RESULTS, resultsOf(day, measures));
}

function resultsOf(day: string, measures: readonly UiMeasure[]): string {
  const title = "# Results of `npm run bench:ui`";
  return `${[title, "", `${day}.`, "", ...measureTable(measures)].join("\n")}\n`;
}

/** The day and the machine. */
function machine(): string {
  const [first] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node.js ${process.versions.node}, ${first?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
}
