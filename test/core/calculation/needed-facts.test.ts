import { describe, expect, it } from "vitest";
import { createCompiler } from "../../../packages/core/src/calculation/compile.ts";
import { factUsesOf } from "../../../packages/core/src/calculation/fact-uses.ts";
import { organisationLayout } from "../../../packages/core/src/calculation/line-figures.ts";
import {
  compileUse,
  createNeededFacts,
} from "../../../packages/core/src/calculation/needed-facts.ts";
import { createRunState } from "../../../packages/core/src/calculation/run-state.ts";
import type { Issue } from "../../../packages/core/src/index.ts";
import { line, type SchoolChange, schoolPlan } from "../../support/school-methodology.ts";
import { organisation } from "../../support/school-register.ts";

const PUPILS = "rate * pupils['january', 'primary']";
const PLACES = "rate * sum(over count, level: places[count, level])";

function stateOf(change: Parameters<typeof organisation>[0] = {}) {
  return { ...createRunState(), organisation: organisation(change), row: 0 };
}

/** What nobody counted, of what an organisation needs for its lines: `places january september`. */
function missing(
  change: SchoolChange,
  { school = {}, applying = ["l"] }: { school?: object; applying?: readonly string[] } = {},
): readonly string[] {
  const needed = createNeededFacts(createCompiler(schoolPlan(change)));
  needed.add(stateOf(school), applying);
  const issues = needed.missing({ periodsOf: () => new Set() });
  return issues.map(textOf);
}

/** The fact and its periods. */
function textOf({ facts }: Issue): string {
  return "fact" in facts && "periods" in facts ? `${facts.fact} ${facts.periods}` : "";
}

describe("a line needs the facts under it", () => {
  it("in the periods that it reads", () => {
    expect(missing({ lines: [line("l", PUPILS)] })).toEqual(["pupils 2026-01-01"]);
    expect(missing({ lines: [line("l", PLACES)] })).toEqual(["places 2026-01-01, 2026-09-05"]);
  });

  it("and under its people", () => {
    const lines = [line("l", "rate * 1 pupil", { headcount: "pupils['september', 'basic']" })];
    expect(missing({ lines })).toEqual(["pupils 2026-09-05"]);
  });

  it("where it applies to somebody", () => {
    const lines = [line("l", PUPILS), line("m", PLACES, { tier: "preschool" })];
    expect(missing({ lines }, { applying: [] })).toEqual([]);
    expect(missing({ lines }, { applying: ["m"] })).toEqual(["places 2026-01-01, 2026-09-05"]);
    expect(missing({ lines }, { applying: ["l", "m"] })).toHaveLength(2);
  });

  it("and the organisation reports them and was there to be counted", () => {
    const lines = [line("l", PUPILS)];
    const reporters = { pupils: "ownership = 'private'" };
    expect(missing({ lines, reporters })).toEqual([]);
    const school = { attributes: { ownership: "private" } };
    expect(missing({ lines, reporters }, { school })).toEqual(["pupils 2026-01-01"]);
    expect(missing({ lines }, { school: { opened: "2026-01-02" } })).toEqual([]);
  });

  it("in the branch that it takes, or may take", () => {
    const lines = [line("l", `if(ownership = 'state', ${PUPILS}, ${PLACES})`)];
    expect(missing({ lines })).toEqual(["pupils 2026-01-01"]);
    const school = { attributes: { ownership: "private" } };
    expect(missing({ lines }, { school })).toEqual(["places 2026-01-01, 2026-09-05"]);
    const unknown = [line("l", `if(capacity > 5 pupil, ${PUPILS}, ${PLACES})`)];
    expect(missing({ lines: unknown })).toHaveLength(2);
  });

  it("that the register has", () => {
    const needed = createNeededFacts(createCompiler(schoolPlan({ lines: [line("l", PLACES)] })));
    needed.add(stateOf(), ["l"]);
    const told = (...periods: readonly string[]) =>
      needed.missing({ periodsOf: () => new Set(periods) }).map(textOf);
    expect(told("january", "september")).toEqual([]);
    expect(told("january")).toEqual(["places 2026-09-05"]);
  });
});

it("what sums over organisations stand on is needed of everybody, line or none", () => {
  const lines = [line("l", "total(rate * pupils['january', 'basic'])")];
  expect(missing({ lines }, { applying: [] })).toEqual(["pupils 2026-01-01"]);
  const when = [line("l", "0", { when: "count(pupils['september', 'basic'] > 0) > 1" })];
  expect(missing({ lines: when }, { applying: [] })).toEqual(["pupils 2026-09-05"]);
  const headcount = "total(places['september', 'basic'])";
  expect(missing({ lines: [line("l", "0", { headcount })] }, { applying: [] })).toEqual([
    "places 2026-09-05",
  ]);
});

it("a use names the period where the formula does, and asks who reports", () => {
  const plan = schoolPlan({ lines: [line("l", `${PUPILS} + ${PLACES}`)] });
  const compiler = createCompiler(plan);
  const [definition] = plan.lines;
  const uses = definition === undefined ? [] : factUsesOf(definition.amount, plan);
  const compiled = uses.map((use) => compileUse(use, organisationLayout("l"), compiler));
  expect(compiled.map(({ fact, period }) => [fact, period])).toEqual([
    ["pupils", "january"],
    ["places", undefined],
  ]);
  expect(compiled.map(({ isAsked }) => isAsked(stateOf()))).toEqual([true, true]);
});
