/**
 * One more and one fewer of the counts of an organisation: what the oracle's own calculations of
 * the other rows come to, before stages and after them, is what core says it would be worth.
 */
import {
  columnsOfRegister,
  type MarginalRow,
  type MarginalStep,
  marginalPupils,
  openModel,
} from "../../packages/core/src/index.ts";
import { createRandom } from "../support/random.ts";
import type { Allocation } from "./city-calculation.ts";
import { allocationOf, openCase, totalsOf } from "./compare-random-case.ts";
import type { Row } from "./csv-rows.ts";
import { differences } from "./differences.ts";
import { fraction, fractionOf, minus } from "./fraction.ts";
import { CODES, COUNT_DAYS, FACTS, type LandFact, YEAR } from "./land.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { pickFrom } from "./random-names.ts";
import { COMPLETE } from "./random-rows.ts";
import { scenarioCase } from "./scenario-cases.ts";
import type { FactEntry } from "./scenario-documents.ts";
import { layOver } from "./scenario-laid-over.ts";
import { decimalText } from "./scenario-levers.ts";

export type MarginalComparison = {
  readonly effects: number;
  readonly differences: readonly string[];
};

/** So many rows of the table, and so many cells that it leaves out, are calculated. */
const TRIED = 6;
const ASKED = 2;

export function compareMarginals(seed: number, organisations: number): MarginalComparison {
  const random = createRandom(seed + 11_000_000);
  const given = scenarioCase(seed, organisations);
  const now = allocationOf(given);
  if (typeof now === "string") return { effects: 0, differences: [] };
  const { plan, snapshot } = openCase(given);
  const model = openModel(plan, columnsOfRegister(plan, snapshot));
  const told = (text: string) => `marginal, seed ${seed}: ${text}`;
  if (!model.ok) return { effects: 0, differences: [told("core cannot open the city")] };
  const ids = given.rows.organisations.map((row) => row["id"] ?? "");
  const id = random.chance(40) ? COMPLETE : (pickFrom(ids, random) ?? COMPLETE);
  const table = marginalPupils(model.value, id);
  if (!table.ok) return { effects: 0, differences: [told("core has no table")] };
  const left = differences(now.totals, totalsOf(model.value.totals)).map(
    (text) => `the model is left otherwise: ${text}`,
  );
  const { rows } = table.value;
  const from = random.int(0, Math.max(0, rows.length - TRIED));
  const world = { given, now, id };
  const effects = rows.slice(from, from + TRIED).flatMap((row) => rowDifferences(world, row));
  const named = new Set(rows.flatMap((row) => cellsIn(row).map((cell) => nameOf(cell))));
  const others = everyCell().filter((cell) => !named.has(nameOf(cell)));
  const asked = Array.from({ length: ASKED }, () => pickFrom(others, random) ?? AREA);
  const unread = asked.flatMap((cell) => {
    const own = marginalPupils(model.value, id, {
      ...cell,
      key: new Map(Object.entries(cell.key)),
    });
    const told = own.ok ? own.value.rows.flatMap((row) => rowDifferences(world, row)) : ["refused"];
    const isReported = countOf(given, id, cell) !== undefined && cell.fact !== "area_before";
    return [...told, ...(isReported ? unreadDifferences(world, cell) : [])];
  });
  return {
    effects: (Math.min(rows.length, TRIED) + ASKED) * 2,
    differences: [...left, ...effects, ...unread].map(told),
  };
}

type World = { readonly given: RandomCase; readonly now: Allocation; readonly id: string };
type Cell = Pick<FactEntry, "fact"> & { readonly key: Readonly<Record<string, string>> };

function factOf(name: string): LandFact {
  return FACTS.find((each) => each.name === name) ?? FACTS[0];
}

function cellsIn({ row: { fact, cells } }: MarginalRow): readonly Cell[] {
  const { index } = factOf(fact.id);
  return cells.map(({ codes }) => ({
    fact: fact.id,
    key: Object.fromEntries(index.map((dimension, place) => [dimension, codes[place] ?? ""])),
  }));
}

function nameOf({ fact, key }: Cell): string {
  return JSON.stringify([fact, Object.entries(key)]);
}

const AREA: Cell = { fact: "area", key: {} };

function everyCell(): readonly Cell[] {
  return FACTS.filter(({ name }) => !name.startsWith("last_")).flatMap(({ name, index }) =>
    index
      .reduce<readonly (readonly [string, string])[][]>(
        (keys, dimension) =>
          keys.flatMap((key) =>
            CODES[dimension].map((code) => [...key, [dimension, code] as const]),
          ),
        [[]],
      )
      .map((key) => ({ fact: name, key: Object.fromEntries(key) })),
  );
}

/** The written count; nothing where there is no row. */
function countOf({ rows }: RandomCase, id: string, { fact, key }: Cell): string | undefined {
  const { month, count, grade, programme = "p1", step = "" } = key;
  const day = count === undefined ? month : COUNT_DAYS[count === "january" ? count : "september"];
  const year = fact === "area_before" ? YEAR - 1 : YEAR;
  const period = day === undefined ? `${year}` : `${year}-${day}`;
  const isOwn = (row: Row) => row["organisation"] === id && row["period"] === period;
  if (fact === "pupils" || fact === "attended") {
    const found = rows.headcounts.find(
      (row) =>
        isOwn(row) &&
        row["measure"] === fact &&
        row["level_or_group"] === grade &&
        row["programme"] === programme,
    );
    return found?.["headcount"];
  }
  const name = fact === "area_before" ? "area" : fact;
  const codes = key["tier"] ?? (fact === "places" ? programme : step);
  const isNamed = (row: Row) => row["fact"] === name && row["key"] === codes;
  return rows.facts.find((row) => isOwn(row) && isNamed(row))?.["value"];
}

/** The city with so many more in each cell; nothing where people would be fewer than none. */
function changed({ given, id }: World, cells: readonly Cell[], by: bigint) {
  const entries = cells.map((cell): FactEntry | undefined => {
    const count = minus(fractionOf(countOf(given, id, cell) ?? "0"), fraction(-by));
    const isPeople = factOf(cell.fact).type === "people";
    if (isPeople && by < 0n && count.top < 0n) return undefined;
    return { ...cell, organisation: id, value: decimalText(count) };
  });
  const known = entries.filter((each) => each !== undefined);
  return known.length < entries.length ? undefined : allocationOf(layOver(given, known));
}

function rowDifferences(world: World, row: MarginalRow): readonly string[] {
  const cells = cellsIn(row);
  const steps = [
    ["more", row.more, 1n],
    ["fewer", row.fewer, -1n],
  ] as const;
  return steps.flatMap(([name, step, by]) => {
    const wanted = effectText(world, changed(world, cells, by));
    const found = stepText(step);
    const isRefused = wanted === "refused" || found === "refused";
    const isAgreed = isRefused ? wanted === found : wanted === found;
    const place = `${world.id}, ${name} of ${cells.map(nameOf).join(" ")}`;
    return isAgreed ? [] : [`${place}: ${wanted} expected, ${found}`];
  });
}

function stepText(step: MarginalStep): string {
  if (step.kind !== "effect") return step.kind;
  const { organisation, city, lines } = step;
  const each = lines.map(({ line, beforeStages, afterStages }) => {
    return `${line.tier},${line.budgetCode} ${beforeStages} ${afterStages}`;
  });
  return [
    `organisation ${organisation.beforeStages} ${organisation.afterStages}`,
    `city ${city.beforeStages} ${city.afterStages}`,
    ...each.sort(),
  ].join("; ");
}

function effectText({ now, id }: World, then: Allocation | string | undefined): string {
  if (then === undefined) return "nobody";
  if (typeof then === "string") return "refused";
  const isOwn = (name: string) => name.startsWith(`${id},`);
  const change = (of: (each: Allocation) => ReadonlyMap<string, bigint>, name: string) =>
    (of(then).get(name) ?? 0n) - (of(now).get(name) ?? 0n);
  const formulas = (each: Allocation) => each.formulas;
  const names = [
    ...new Set(
      [now, then].flatMap(({ lines, formulas: own }) => {
        return [...lines.keys(), ...own.keys()];
      }),
    ),
  ];
  const sum = (of: typeof formulas, own: readonly string[]) =>
    own.reduce((all, name) => all + change(of, name), 0n);
  const finals = (each: Allocation) => each.lines;
  const mine = names.filter(isOwn);
  const lines = mine.flatMap((name) => {
    const [before, after] = [change(formulas, name), change(finals, name)];
    const [, tier, code] = name.split(",");
    return before === 0n && after === 0n ? [] : [`${tier},${code} ${before} ${after}`];
  });
  return [
    `organisation ${sum(formulas, mine)} ${sum(finals, mine)}`,
    `city ${sum(formulas, names)} ${sum(finals, names)}`,
    ...lines.sort(),
  ].join("; ");
}

/** A cell that the table leaves out moves no line of the organisation by any formula. */
function unreadDifferences(world: World, cell: Cell): readonly string[] {
  const then = changed(world, [cell], 1n);
  if (then === undefined || typeof then === "string") return [];
  const moved = [...then.formulas].filter(([name, amount]) => {
    return name.startsWith(`${world.id},`) && amount !== (world.now.formulas.get(name) ?? 0n);
  });
  return moved.length === 0 ? [] : [`${world.id}: ${nameOf(cell)} moves ${String(moved)}`];
}
