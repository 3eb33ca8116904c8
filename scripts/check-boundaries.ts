/**
 * `npm run check:boundaries`: the rules of .dependency-cruiser.mjs over all our code.
 *
 * A cruise that skips files finds nothing wrong in them, so what it saw is compared with what is on
 * the disk.
 */
import { cruise, format, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { filesUnder, isCode, ROOT } from "./source-files.ts";

const FOLDERS = ["packages", "scripts", "test"];

process.chdir(ROOT);
const result = await cruiseOurCode();
const report = await format(result, { outputType: "err" });
process.stdout.write(`${textOf(report.output)}\n`);
const unseen = unseenFiles(result);
for (const file of unseen) process.stderr.write(`not cruised: ${file}\n`);
process.exitCode = report.exitCode === 0 && unseen.length === 0 ? 0 : 1;

async function cruiseOurCode(): Promise<ICruiseResult> {
  const options = await extractOptions(`${ROOT}.dependency-cruiser.mjs`);
  const { output } = await cruise(FOLDERS, options);
  if (typeof output === "string") throw new Error(`the cruise gave text: ${output}`);
  return output;
}

/**
 * Files of ours that the cruise missed; `totalCruised` counts libraries too, so names are compared
 * as well.
 */
function unseenFiles({ modules, summary }: ICruiseResult): readonly string[] {
  const ours = FOLDERS.flatMap(filesUnder).filter(isCode);
  const seen = new Set(modules.map((module) => module.source));
  const missed = ours.filter((file) => !seen.has(file));
  if (summary.totalCruised < ours.length && missed.length === 0) return ["a file seen twice"];
  return missed;
}

function textOf(output: ICruiseResult | string): string {
  return typeof output === "string" ? output.trimEnd() : JSON.stringify(output);
}
