/** Laws that the ledger of every city keeps, whatever its stages do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../../packages/core/src/calculation/stages/ledger.ts";
import {
  type CalculationRun,
  calculate,
  findTiyn,
  tiyn,
} from "../../../../packages/core/src/index.ts";
import { buildPlanOf } from "../../../support/build-plan-of.ts";
import { getValue } from "../../../support/get-value.ts";
import {
  type StagedCity,
  stage,
  stagedMethodology,
  stagedRegister,
} from "../../../support/staged-city.ts";

const money = fc.integer({ min: 0, max: 300_000 }).map((tiyn) => (tiyn / 100).toFixed(2));
const school = fc
  .record({
    ...{ base: money, extra: money, low: money, room: money, given: money },
    weight: fc.integer({ min: 0, max: 9 }).map(String),
    district: fc.constantFrom("north", "south"),
  })
  .map(({ low, room, ...rest }) => ({
    ...rest,
    floor: low,
    cap: (Number(low) + Number(room)).toFixed(2),
  }));
const city: fc.Arbitrary<StagedCity> = fc
  .array(school, { minLength: 1, maxLength: 9 })
  .map((schools) => Object.fromEntries(schools.map((each, place) => [`o${place}`, each])));

const by = fc.constantFrom([], ["district"]);
const protect = fc
  .record({ by, shortfall: fc.constantFrom("envelope", "scale") })
  .map((fields) => ({
    kind: "floor-and-cap",
    lines: ["base"],
    floor: "floor",
    cap: "cap",
    ...fields,
  }));
const bound = fc.constantFrom(
  { kind: "floor", lines: ["base", "extra"], bound: "floor" },
  { kind: "cap", lines: ["base"], bound: "cap" },
  { kind: "floor", lines: ["base", "extra"], per: "organisation", bound: "floor" },
  { kind: "cap", lines: ["base", "extra"], per: "organisation", bound: "cap * 1.5" },
);
// Somebody always has a weight, and every group some money: refusals have tests of their own.
const pool = fc
  .record({
    by,
    leftOver: fc.constantFrom("largest-remainder", "leave", "last"),
    places: fc.constantFrom(2, 0),
    sharePlaces: fc.constantFrom(3, 8),
  })
  .map((fields) => ({
    ...{
      kind: "pool",
      lines: ["base"],
      into: "gift",
      collect: "if(base > 0, given, 0)",
      amount: "7.77 KZT",
    },
    ...{ weight: "weight + 1", ...fields },
  }));
const fit = fc
  .record({ by, leftOver: fc.constantFrom("largest-remainder", "leave", "last") })
  .map((fields) => ({
    ...{ kind: "fit", lines: ["gift"], envelope: "1000.01 KZT", ...fields },
  }));
const spread = fc.constantFrom("envelope", "other").map(() => ({
  ...{ kind: "fill", by: ["organisation"], change: "-given", leftOver: "leave" },
  categories: [{ line: "extra" }, { line: "base", floor: "floor / 2" }],
}));
const stages = fc
  .tuple(protect, bound, spread, pool, fit)
  .chain((all) =>
    fc
      .shuffledSubarray(all.slice(0, 3), { minLength: 1 })
      .map((first) => [...first, ...all.slice(3)]),
  )
  .map((all) => all.map((fields, place) => stage(`s${place}`, place + 1, fields)));

function runOf(
  documents: readonly Readonly<Record<string, unknown>>[],
  schools: StagedCity,
): CalculationRun {
  const plan = buildPlanOf(getValue(stagedMethodology(documents)), 2026, "2026-12-31");
  return getValue(calculate(plan, stagedRegister(schools)));
}

function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

describe("over random cities and stages", () => {
  it("the rows of every stage and group add up to zero", () => {
    fc.assert(
      fc.property(stages, city, (documents, schools) => {
        const { ledger } = runOf(documents, schools);
        const groups = new Map<string, bigint>();
        for (const { stage: id, group, change } of ledger) {
          const name = `${id}|${group}`;
          groups.set(name, (groups.get(name) ?? 0n) + change);
        }
        expect([...groups.values()].every((each) => each === 0n)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("what the stages did to a line is the difference between its formula and its final amount", () => {
    fc.assert(
      fc.property(stages, city, (documents, schools) => {
        const run = runOf(documents, schools);
        for (const line of ["base", "extra", "gift"]) {
          for (const state of run.figures.states) {
            const id = state.organisation?.id;
            const rows = run.ledger.filter((row) => row.organisationId === id && row.line === line);
            const before = run.figures.lineAmount(line, state).value;
            if (typeof before === "boolean") throw new Error("an amount is a number");
            const first = (before.numerator * 100n) / before.denominator;
            const last = run.figures.finalAmount(line, state) ?? 0n;
            expect(sum(rows.map(({ change }) => change))).toBe(last - first);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("floors paid are caps taken and the share of the envelope", () => {
    fc.assert(
      fc.property(protect, city, (fields, schools) => {
        const { ledger, outcomes } = runOf([stage("protect", 1, fields)], schools);
        for (const { name, given } of outcomes[0]?.groups.values() ?? []) {
          const rows = ledger.filter(
            ({ group, organisationId }) => group === name && organisationId !== "",
          );
          const paid = sum(rows.filter(({ change }) => change > 0n).map(({ change }) => change));
          const taken = -sum(rows.filter(({ change }) => change < 0n).map(({ change }) => change));
          expect(paid).toBe(taken + given);
          expect(given).toBeGreaterThanOrEqual(0n);
          if (fields.shortfall === "scale") expect(given).toBe(0n);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("nobody is left below a floor that was paid in full, nor cut below a cap", () => {
    fc.assert(
      fc.property(protect, city, (fields, schools) => {
        const run = runOf([stage("protect", 1, { ...fields, shortfall: "envelope" })], schools);
        for (const { organisationId, before, after } of outcomeItems(run)) {
          const floor = tiynOf(schools, organisationId, "floor");
          const cap = tiynOf(schools, organisationId, "cap");
          const isHeld = before < floor ? after >= floor : after >= before || after >= cap;
          expect(isHeld).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a pool whose rest goes to the last leaves nothing", () => {
    fc.assert(
      fc.property(stages, city, (documents, schools) => {
        const { outcomes } = runOf(documents, schools);
        const [pooled] = outcomes.filter(({ stage: done }) => done.kind === "pool");
        const last = pooled?.stage.kind === "pool" && pooled.stage.leftOver === "last";
        const left = [...(pooled?.groups.values() ?? [])].map((group) => group.left);
        expect(last && left.some((each) => each !== 0n)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("lines that were fitted, and what was left, are the envelope", () => {
    fc.assert(
      fc.property(stages, city, (documents, schools) => {
        const { outcomes } = runOf(documents, schools);
        const [fitted] = outcomes.filter(({ stage: done }) => done.kind === "fit");
        for (const { name, left } of fitted?.groups.values() ?? []) {
          const own = [...(fitted?.items.values() ?? [])].filter(({ group }) => group === name);
          expect(sum(own.map(({ after }) => after)) + left).toBe(100_001n);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it("a ledger that does not add up is a bug of ours", () => {
  const documents = [stage("floors", 1, { kind: "floor", lines: ["base"], bound: "floor" })];
  const { outcomes } = runOf(documents, { a: { base: "100", floor: "120" } });
  const [outcome] = outcomes;
  const [name, group] = [...(outcome?.groups ?? [])][0] ?? [];
  if (outcome === undefined || group === undefined) throw new Error("the stage has a group");
  expect(ledgerOf([outcome]).at(-1)).toMatchObject({
    organisationId: "",
    line: "",
    change: -2_000n,
  });
  const wrong = new Map([[name ?? "", { ...group, given: tiyn(1_999n) }]]);
  expect(() => ledgerOf([{ ...outcome, groups: wrong }])).toThrow("adds up");
});

function outcomeItems({ outcomes }: CalculationRun) {
  return [...(outcomes[0]?.items.values() ?? [])];
}

function tiynOf(schools: StagedCity, id: string, attribute: string): bigint {
  return findTiyn(schools[id]?.[attribute] ?? "") ?? 0n;
}
