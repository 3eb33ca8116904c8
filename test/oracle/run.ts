/**
 * `npm run oracle [-- organisations [seed]]`: random cities through both calculations, a million
 * organisations unless told otherwise. Prints what was compared and every seed that failed.
 */
import { compareRandomCity } from "./compare-random-city.ts";
import { randomCity } from "./random-cities.ts";

const CITY_SIZE = 1_000;
const SHOWN = 20;

const [organisations = 1_000_000, firstSeed = 1] = process.argv.slice(2).map(Number);
const totals = { organisations: 0, lines: 0, differences: 0 };
const failed: number[] = [];

for (let seed = firstSeed; totals.organisations < organisations; seed += 1) {
  const compared = compareRandomCity(randomCity(seed, CITY_SIZE));
  totals.organisations += compared.organisations;
  totals.lines += compared.lines;
  totals.differences += compared.differences.length;
  if (compared.differences.length === 0) continue;
  failed.push(seed);
  print(compared.differences.slice(0, SHOWN).join("\n"));
}

print(
  [
    `organisations ${totals.organisations}`,
    `lines ${totals.lines}`,
    `differences ${totals.differences}`,
    `seeds ${firstSeed} to ${firstSeed + Math.ceil(organisations / CITY_SIZE) - 1}`,
    `failed seeds ${failed.length === 0 ? "none" : failed.join(", ")}`,
  ].join(" · "),
);
process.exitCode = totals.differences === 0 ? 0 : 1;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
