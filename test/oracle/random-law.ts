/** A random methodology as one document: formulas of several grains, lines, then stages. */
import type { Random } from "../support/random.ts";
import { tinyFormula, tinyLine } from "../support/tiny-methodology.ts";
import { BUDGET_CODES, CODES, landSections } from "./land.ts";
import { randomFigure, randomTruth } from "./random-expressions.ts";
import { type Names, pickFrom, type Signature, type Type } from "./random-names.ts";
import { randomStages, stageAmounts } from "./random-stages.ts";
import { randomValuesOfLaw, type Size } from "./random-values-of-law.ts";

/** The lines that stages may touch, and one that may stand on what they did. */
const LINES = ["L1", "L2", "L3"] as const;
const ROUNDINGS = ["half-up", "half-up", "half-even", "down", "up"] as const;

const GRAINS: readonly (readonly string[])[] = [
  ...[["organisation"], ["organisation"], ["organisation", "count"], ["organisation", "month"]],
  ...[["organisation", "grade"], ["grade"], ["grade", "programme"], ["kind"], ["district"], []],
];

export function randomLaw(random: Random, size: Size): object {
  const values = randomValuesOfLaw(size);
  const names: Names = {
    ...{ random, values, depth: 3, hasOrganisation: false, scope: [], formulas: [] },
    ...{ isTotalled: true, amounts: [] },
  };
  const { formulas, signatures } = randomFormulas(names);
  const own = { ...names, hasOrganisation: true, formulas: signatures };
  const count = random.int(1, LINES.length);
  const lines = LINES.slice(0, count);
  const rates = random.chance(12) ? ["r1", "r2"] : [];
  const before = lines.map((line) => `line_amount['${line}']`);
  const definitions = lines.map((line, place) =>
    randomLine(line, place, { ...own, rates, amounts: before.slice(0, place) }),
  );
  const isLate = random.chance(40);
  const all = isLate ? [] : ["sum(over line: line_amount[line])"];
  const stages = randomStages({ ...own, depth: 1, amounts: all }, lines, rates);
  const late = stages.length > 0 && isLate ? [lateLine(own, stages)] : [];
  if (late.length === 0 && random.chance(10)) stages.push(...endedStages(stages));
  const { parameters, tables } = values;
  const sections = { parameters, tables, formulas, lines: [...definitions, ...late], stages };
  return { ...landSections(), ...sections };
}

function randomFormulas(names: Names) {
  const { random } = names;
  const signatures: Signature[] = [];
  const formulas = Array.from({ length: random.int(2, 6) }, (_, place) => {
    const grain = pickFrom(GRAINS, random) ?? [];
    const index = grain.filter((each) => each !== "organisation");
    const hasOrganisation = grain.includes("organisation");
    const type: Type | "truth" = random.pick(["number", "people", "money", "money", "truth"]);
    const inner = { ...names, hasOrganisation, scope: index, formulas: [...signatures] };
    const text = formulaText(type, { ...inner, depth: random.int(1, 4) });
    const name = `f${place}`;
    signatures.push({ name, type, hasOrganisation, index });
    const valuesOn = index.includes("month") ? "month" : "year";
    const wording = tinyFormula(name, UNITS[type], text, { grain, valuesOn });
    const isReworded = random.chance(12) && type !== "truth";
    const until = { expression: `0 * (${text})`, validFrom: "2010-01-01", validTo: "2020-01-01" };
    return isReworded ? [wording, { ...wording, ...until }] : [wording];
  }).flat();
  return { formulas, signatures };
}

const UNITS = { number: "1", people: "pupil", money: "KZT", truth: "boolean" } as const;

function formulaText(type: Type | "truth", names: Names): string {
  const { random } = names;
  if (type === "truth") return randomTruth({ ...names, depth: 2 });
  if (!random.chance(20)) return randomFigure(type, names);
  const cases = CODES.lang.slice(0, random.int(1, 3)).map((name) => {
    return `case "${name}" when ${randomTruth({ ...names, depth: 1 })}: ${randomFigure(type, names)}`;
  });
  return `${cases.join(" ")} otherwise "else": ${randomFigure(type, names)}`;
}

function randomLine(
  line: string,
  place: number,
  names: Names & { readonly rates: readonly string[] },
) {
  const { random, rates } = names;
  const text = rates.length === 0 ? lineText(names) : rateText(names, rates);
  const isPaid = random.chance(50);
  return tinyLine(line, isPaid ? `max(0, ${text})` : text, {
    tier: CODES.tier[place % 2],
    budgetCode: BUDGET_CODES[place],
    when: random.chance(60) ? "true" : randomTruth({ ...names, depth: 1 }),
    exists: random.pick(["counted", "counted", "when"]),
    rounding: random.pick(ROUNDINGS),
    ...(random.chance(40) ? { headcount: randomFigure("people", { ...names, depth: 1 }) } : {}),
  });
}

/** Often what laws say: people times a rate, cell by cell, months only while it is open. */
function lineText(names: Names): string {
  const { random, values } = names;
  if (random.chance(40)) return randomFigure("money", { ...names, depth: random.int(1, 4) });
  const cell = (...scope: string[]) => ({ ...names, scope, depth: 1 });
  const rate = (...scope: string[]) => values.perHead(cell(...scope));
  return random.pick([
    `sum(over count, grade, programme: pupils[count, grade, programme] * ${rate("count", "grade", "programme")})`,
    `sum(over count, grade, programme: round(pupils[count, grade, programme] * ${rate("grade", "programme")} * ${randomFigure("number", cell("grade", "programme", "count"))}, 2))`,
    `sum(over month, grade: if(open[month], attended[month, grade] * ${rate("month", "grade")} / 12, 0))`,
    `sum(over count, programme: places[count, programme] * ${rate("programme")}) * month_number['08'] / (12 month)`,
  ]);
}

/** Rises with every rate, so that a rate can be found. */
function rateText({ random }: Names, rates: readonly string[]): string {
  const rate = pickFrom(rates, random) ?? "";
  return random.pick([
    `max(0, pupils['january', 'g1', 'p1'] * ${rate})`,
    `sum(over count, grade: pupils[count, grade, 'p1'] * ${rate}) / 3`,
  ]);
}

/** The same stages as they were until the year, which do nothing in it. */
function endedStages(stages: ReturnType<typeof randomStages>) {
  return stages
    .filter(({ kind }) => kind !== "solve")
    .map((stage) => {
      const { stage: id, order } = stage;
      return { ...stage, stage: `${id}_ended`, order: order + 5, validTo: "2026-01-01" };
    });
}

/** A line that stands on what stages did to others. */
function lateLine(names: Names, stages: ReturnType<typeof randomStages>) {
  const inner = { ...names, depth: 2, amounts: stageAmounts(stages) };
  const amount = randomFigure("money", inner);
  const place = { tier: "b", budgetCode: BUDGET_CODES[0], rounding: "half-up" };
  return tinyLine(
    "L9",
    `${amount} + ${names.random.pick(inner.amounts.length > 0 ? pairOf(inner.amounts) : ["0"])}`,
    place,
  );
}

function pairOf(amounts: readonly string[]): readonly [string, ...string[]] {
  const [first = "0", ...rest] = amounts;
  return [first, ...rest];
}
