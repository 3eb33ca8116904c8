/**
 * `npm run oracle [-- organisations [seed]]`: a million organisations unless told otherwise, half
 * of them in cities of Kazakhstan, half under random methodologies with stages and edits; then what
 * scenarios are asked for, in some hundreds of small cities. Prints what was compared, how far it
 * is, and every seed that failed.
 */
import { compareEdits } from "./compare-edits.ts";
import { compareRandomCase, SOME_LINES } from "./compare-random-case.ts";
import { compareRandomCity } from "./compare-random-city.ts";
import { randomCity } from "./random-cities.ts";
import { type RandomCase, randomCase, sharesCity } from "./random-methodologies.ts";
import { SCENARIO_KINDS } from "./scenario-kinds.ts";

const KAZAKHSTAN = "Kazakhstan";
const RANDOM = "random laws";
const CITY_SIZE = 1_000;
const CASE_SIZE = 100;
/** Every so many random cases, one is edited, as a smaller city. */
const EDITED_EACH = 10;
/** Every so many, where a stage shares among the whole city, is a city of thousands. */
const LARGE_EACH = 4;
const LARGE_SIZE = 2_500;
const EDITED = { organisations: 25, edits: 8 };
/** For so many organisations there is one in the cities of each kind of question. */
const SCENARIO_PART = 1_000;
const SHOWN = 20;
const PROGRESS = 50_000;

const [organisations = 1_000_000, firstSeed = 1] = process.argv.slice(2).map(Number);
const counts = new Map<string, number>();
const failed = new Set<string>();

runUntil(organisations / 2, KAZAKHSTAN, (seed) => {
  const compared = compareRandomCity(randomCity(seed, CITY_SIZE), 1);
  add(`${KAZAKHSTAN}: lines`, compared.lines);
  add(`${KAZAKHSTAN}: edits`, compared.edits);
  return compared;
});

runUntil(organisations / 2, RANDOM, (seed) => {
  const compared = compareRandomCase(caseOf(seed), SOME_LINES);
  add(`${RANDOM}: lines`, compared.lines);
  add(`${RANDOM}: lines explained`, compared.explained);
  for (const kind of compared.stages) add(`${RANDOM}: stages, ${kind}`, 1);
  if (compared.refusal !== "") add(`${RANDOM}: cities refused by all, ${compared.refusal}`, 1);
  if (seed % EDITED_EACH !== 0) return compared;
  const edited = compareEdits(randomCase(seed, EDITED.organisations), EDITED.edits);
  add(`${RANDOM}: edits`, edited.edits);
  add(`${RANDOM}: edits refused by all`, edited.refused);
  return { ...compared, differences: [...compared.differences, ...edited.differences] };
});

for (const { name, compare } of SCENARIO_KINDS) {
  runUntil(organisations / SCENARIO_PART, name, (seed) => {
    const compared = compare(seed);
    for (const [met, count] of Object.entries(compared.counts)) add(`${name}: ${met}`, count);
    return compared;
  });
}

for (const [name, count] of [...counts].sort(([left], [right]) => (left < right ? -1 : 1))) {
  print(`${name} ${count}`);
}
print(`differences ${counts.get("differences") ?? 0}`);
print(`failed seeds ${failed.size === 0 ? "none" : [...failed].join("; ")}`);
process.exitCode = failed.size === 0 ? 0 : 1;

/** The law of a seed is the same, however many organisations it is for. */
function caseOf(seed: number): RandomCase {
  const isLarge = seed % LARGE_EACH === 0 && sharesCity(randomCase(seed, 1).document);
  return randomCase(seed, isLarge ? LARGE_SIZE : CASE_SIZE);
}

type Compared = { readonly organisations: number; readonly differences: readonly string[] };

/** One city a seed, until so many organisations were compared; a city that stops has failed. */
function runUntil(wanted: number, kind: string, compare: (seed: number) => Compared): void {
  let done = 0;
  for (let seed = firstSeed; done < wanted; seed += 1) {
    const before = done;
    const { organisations: compared, differences } = tried(seed, compare);
    done += compared;
    add(`${kind}: organisations`, compared);
    add(`${kind}: cities`, 1);
    if (differences.length > 0) {
      add("differences", differences.length);
      failed.add(`${kind} ${seed}`);
      print(differences.slice(0, SHOWN).join("\n"));
    }
    const isPast = Math.floor(before / PROGRESS) < Math.floor(done / PROGRESS);
    if (isPast) print(`${kind}: ${done} organisations, ${failed.size} failed cities`);
  }
}

function tried(seed: number, compare: (seed: number) => Compared): Compared {
  try {
    return compare(seed);
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { organisations: CASE_SIZE, differences: [`seed ${seed} stopped: ${told}`] };
  }
}

function add(name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
