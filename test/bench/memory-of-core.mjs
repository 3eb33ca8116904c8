/**
 * Core alone in a process: the law from its documents, a generated city as columns, a model, full
 * calculations. Prints the memory of the process before the city and the most it ever had.
 *
 * It runs the built core and the generator as plain JavaScript: a loader would take its own share.
 */
import { readFileSync } from "node:fs";
import { peakKibibytes } from "./peak-memory.mjs";

const [, , core = "", generator = "", documents = "", organisations = "", seed = ""] = process.argv;
const { asOf, buildPlan, openModel, parseMethodology } =
  /** @type {typeof import("../../packages/core/src/index.ts")} */ (await import(core));
const { CITY_YEAR, generateCity } = /** @type {typeof import("./city/generate-city.ts")} */ (
  await import(generator)
);

const ROUNDS = 5;
const MEBIBYTE = 1024 * 1024;

const layers =
  /** @type {readonly import("../../packages/core/src/index.ts").MethodologyLayer[]} */ (
    JSON.parse(readFileSync(documents, "utf8"))
  );
const plan = need(buildPlan(need(parseMethodology(layers)), asOf(CITY_YEAR)));
const before = process.memoryUsage().rss / MEBIBYTE;
const city = generateCity({ organisations: Number(organisations), seed: Number(seed) });
const model = need(openModel(plan, city));
for (let round = 0; round < ROUNDS; round += 1) need(model.recalculate());
const peak = peakKibibytes() / 1024;
process.stdout.write(JSON.stringify({ before, peak, total: String(model.totals.total) }));

/**
 * @template Value
 * @param {import("../../packages/core/src/index.ts").Result<Value>} result
 * @returns {Value}
 */
function need(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
  return result.value;
}
