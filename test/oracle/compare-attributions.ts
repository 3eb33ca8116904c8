/**
 * Random pairs of one city: what Shapley's rule gives each cause, by all orders in which causes can
 * come and the oracle's own calculation of every mixture, is what core gives it.
 */
import {
  type AttributedChange,
  type Attribution,
  attributeChange,
} from "../../packages/core/src/index.ts";
import { createRandom, type Random } from "../support/random.ts";
import { labelOf } from "../support/tiny-names.ts";
import { allocationOf } from "./compare-random-case.ts";
import { codesOf, inputsOf } from "./compare-scenarios.ts";
import { fraction, nearestWhole } from "./fraction.ts";
import type { LawDocument } from "./law-documents.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { pickFrom } from "./random-names.ts";
import { randomRows } from "./random-rows.ts";
import { scenarioCase } from "./scenario-cases.ts";
import { layOver } from "./scenario-laid-over.ts";
import { randomOverride } from "./scenario-overrides.ts";
import { type MixedSides, mixedSides, type Taken } from "./scenario-sides.ts";

export type AttributionComparison = {
  readonly causes: number;
  readonly refused: boolean;
  readonly differences: readonly string[];
};

/** More causes than this have too many orders to go through. */
export const CAUSES_LIMIT = 6;

export function compareAttribution(seed: number, organisations: number): AttributionComparison {
  const random = createRandom(seed + 55_000_000);
  const earlier = withOwnCauses(scenarioCase(seed, organisations), random);
  const later = changedCase(earlier, random);
  const by = random.chance(25) ? "parameter" : "cause";
  const sides = mixedSides(earlier, later, by === "parameter");
  const causes = sides.causes.length;
  if (causes > CAUSES_LIMIT) return { causes, refused: false, differences: [] };
  const found = attributeChange(inputsOf(earlier), inputsOf(later), { by });
  const expected = shapleyParts(sides);
  const told = (text: string) => `attribution, seed ${seed}, ${by}: ${text}`;
  if (typeof expected === "string" || !found.ok) {
    const codes = found.ok ? [] : codesOf(found.issues);
    const isAgreed = typeof expected === "string" && !found.ok;
    const code = typeof expected === "string" ? expected : "";
    const text = `oracle refuses "${code}", core "${codes.join(", ")}"`;
    return { causes, refused: true, differences: isAgreed ? [] : [told(text)] };
  }
  const differences = attributionDifferences(expected, found.value);
  return { causes, refused: false, differences: differences.map(told) };
}

/** Some facts, parameters and stages with causes of their own. */
function withOwnCauses(given: RandomCase, random: Random): RandomCase {
  if (random.chance(60)) return given;
  const named = <Definition extends object>(each: Definition): Definition =>
    random.chance(50)
      ? { ...each, cause: random.pick(["wages", "x", "rates", "estimates"]) }
      : each;
  const { codeLists = [], facts = [], parameters = [], stages = [] } = given.document;
  const codes = ["wages", "x"].map((code) => ({ code, label: labelOf(code) }));
  const list = { codeList: "cause", label: labelOf("cause"), codes };
  const counted = facts.map((each) => (each.source === "last-year" ? each : named(each)));
  const document: LawDocument = {
    ...given.document,
    ...{ codeLists: [...codeLists, list], facts: counted },
    ...{ parameters: parameters.map(named), stages: stages.map(named) },
  };
  return { ...given, document };
}

/** Another state of the same city: a few overrides, and what no override can say. */
function changedCase(given: RandomCase, random: Random): RandomCase {
  let now = given;
  for (let left = random.int(1, 5); left > 0; left -= 1) {
    const { entry, isWrong } = randomOverride(now, random);
    if (isWrong) continue;
    try {
      now = layOver(now, [entry]);
    } catch {
      // An override that does not fit changes nothing.
    }
  }
  const changes = [
    ...[withoutStage, withOtherRounding, withOtherBound, withOtherTable],
    ...[withOtherEstimates, withOtherLife, withOtherLastYear, withOtherDay],
  ];
  for (const change of changes) if (random.chance(18)) now = change(now, random);
  return now;
}

type Change = (given: RandomCase, random: Random) => RandomCase;

/** Nobody asks for what it did. */
const withoutStage: Change = (given, random) => {
  const { stages = [] } = given.document;
  const text = JSON.stringify(given.document);
  const free = stages.filter(({ stage, kind }) => kind !== "solve" && !text.includes(`${stage}.`));
  const gone = pickFrom(free, random);
  const kept = stages.filter((stage) => stage !== gone);
  return { ...given, document: { ...given.document, stages: kept } };
};

const withOtherRounding: Change = (given) => {
  const lines = (given.document.lines ?? []).map((each) => ({
    ...each,
    rounding: each.rounding === "down" ? "up" : "down",
  }));
  return { ...given, document: { ...given.document, lines } };
};

const withOtherBound: Change = (given) => {
  const stages = (given.document.stages ?? []).map((each) =>
    typeof each.bound === "string" ? { ...each, bound: `0.9 * (${each.bound})` } : each,
  );
  return { ...given, document: { ...given.document, stages } };
};

const withOtherTable: Change = (given) => {
  const tables = (given.document.tables ?? []).map((table) => ({
    ...table,
    values: table.values.map((each) => ({
      ...each,
      points: (each.points ?? []).map((point) => ({ ...point, value: `${point.value}7` })),
    })),
  }));
  const whole = JSON.stringify(tables).includes('value":"') ? tables : [];
  const isDecimal = whole.every(({ values }) =>
    values.every(({ points }) => points.every(({ value }) => value.length < 15)),
  );
  return isDecimal ? { ...given, document: { ...given.document, tables } } : given;
};

const withOtherEstimates: Change = (given, random) => {
  const { estimates } = randomRows(random, 1, "usual");
  const ids = new Set(["", ...given.rows.organisations.map((row) => row["id"] ?? "")]);
  const own = estimates.filter((row) => ids.has(row["organisation"] ?? ""));
  return { ...given, rows: { ...given.rows, estimates: own } };
};

const withOtherLife: Change = (given, random) => {
  const place = random.int(1, given.rows.organisations.length - 1);
  const organisations = given.rows.organisations.map((row, at) =>
    at === place ? { ...row, size: "4", kind: "k2", capacity: "33" } : row,
  );
  return { ...given, rows: { ...given.rows, organisations } };
};

const withOtherLastYear: Change = (given, random) => {
  const lastYear = given.rows.lastYear.map((row) =>
    random.chance(30) ? { ...row, amount: "777.77" } : row,
  );
  return { ...given, rows: { ...given.rows, lastYear } };
};

const withOtherDay: Change = (given, random) => {
  return { ...given, knownOn: random.pick(["2026-12-31", "2025-12-31", "2026-04-15"]) };
};

type Parts = { readonly from: bigint; readonly to: bigint; readonly parts: Map<string, bigint> };

/** By line; or the code of the first mixture that cannot be calculated. */
function shapleyParts({ causes, mix }: MixedSides): ReadonlyMap<string, Parts> | string {
  const known = new Map<string, ReadonlyMap<string, bigint>>();
  for (const taken of subsetsOf(causes)) {
    const found = allocationOf(mix(new Set(taken)));
    if (typeof found === "string") return found;
    known.set(taken.join(), found.lines);
  }
  const linesAt = (taken: Taken) => {
    const name = causes.filter((cause) => taken.has(cause)).join();
    return known.get(name) ?? new Map<string, bigint>();
  };
  const names = new Set([...known.values()].flatMap((lines) => [...lines.keys()]));
  const orders = ordersOf(causes);
  return new Map(
    [...names].map((name) => {
      const amountAt = (taken: Taken) => linesAt(taken).get(name) ?? 0n;
      const sums = new Map<string, bigint>();
      for (const order of orders) {
        const taken = new Set<string>();
        let before = amountAt(taken);
        for (const cause of order) {
          taken.add(cause);
          const after = amountAt(taken);
          sums.set(cause, (sums.get(cause) ?? 0n) + after - before);
          before = after;
        }
      }
      const parts = [...sums].map(([cause, sum]) => {
        return [cause, nearestWhole(fraction(sum, BigInt(orders.length)))] as const;
      });
      const [from, to] = [amountAt(new Set()), amountAt(new Set(causes))];
      const left = parts.reduce((rest, [, part]) => rest - part, to - from);
      return [name, { from, to, parts: new Map([...parts, ["rounding", left]]) }];
    }),
  );
}

function subsetsOf(causes: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = causes;
  if (first === undefined) return [[]];
  const smaller = subsetsOf(rest);
  return [...smaller, ...smaller.map((each) => [first, ...each])];
}

function ordersOf(causes: readonly string[]): readonly (readonly string[])[] {
  if (causes.length === 0) return [[]];
  return causes.flatMap((first) =>
    ordersOf(causes.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

function attributionDifferences(expected: ReadonlyMap<string, Parts>, found: Attribution) {
  const { causes, lines, total, byOrganisation, byTier, byBudgetCode } = found;
  const names = causes.map(({ cause, parameter }) => {
    return parameter === undefined ? cause : `${cause}|${parameter}`;
  });
  const ownLines = lines.map((line) => {
    const { organisationId, tier, budgetCode, method } = line;
    return [[organisationId, tier, budgetCode, method].join(","), line] as const;
  });
  const way = (at: number) => sumParts(expected, (name) => name.split(",")[at] ?? "");
  return [
    ...wayDifferences("line", expected, new Map(ownLines), names),
    ...wayDifferences("organisation", way(0), byOrganisation, names),
    ...wayDifferences("tier", way(1), byTier, names),
    ...wayDifferences("budget code", way(2), byBudgetCode, names),
    ...wayDifferences(
      "total",
      sumParts(expected, () => ""),
      new Map([["", total]]),
      names,
    ),
  ];
}

function sumParts(lines: ReadonlyMap<string, Parts>, memberOf: (name: string) => string) {
  const sums = new Map<string, Parts>();
  for (const [name, { from, to, parts }] of lines) {
    const member = memberOf(name);
    const known = sums.get(member) ?? { from: 0n, to: 0n, parts: new Map<string, bigint>() };
    for (const [cause, part] of parts) {
      known.parts.set(cause, (known.parts.get(cause) ?? 0n) + part);
    }
    sums.set(member, { ...known, from: known.from + from, to: known.to + to });
  }
  return sums;
}

function wayDifferences(
  way: string,
  expected: ReadonlyMap<string, Parts>,
  found: ReadonlyMap<string, AttributedChange>,
  names: readonly string[],
): readonly string[] {
  const text = (from: bigint, to: bigint, parts: Iterable<readonly [string, bigint]>) =>
    [
      `${from} → ${to}`,
      ...[...parts]
        .filter(([, part]) => part !== 0n)
        .map(String)
        .sort(),
    ].join(" ");
  const textsOf = (changes: Iterable<readonly [string, string]>) =>
    new Map([...changes].filter(([, told]) => !/^(-?\d+) → \1$/.test(told)));
  const wanted = textsOf(
    [...expected].map(([name, { from, to, parts }]) => [name, text(from, to, parts)]),
  );
  const own = textsOf(
    [...found].map(([name, { from, to, parts }]) => {
      const told = parts.map((part, place) => [names[place] ?? "", part as bigint] as const);
      return [name, text(from, to, told)];
    }),
  );
  return [...new Set([...wanted.keys(), ...own.keys()])]
    .filter((name) => wanted.get(name) !== own.get(name))
    .map((name) => `${way} ${name}: ${wanted.get(name)} expected, ${own.get(name)}`);
}
