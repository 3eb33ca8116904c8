/**
 * A revision of a scenario looked at before its next step: what in it lacks an act, what is
 * strange, which limit does not hold.
 *
 * A revision never changes, so what was found of it stays in memory under its number.
 */
import {
  type EnvelopeOverride,
  findingsOf,
  type Methodology,
  type Override,
  ok,
  type RegisterFinding,
  type Result,
  type Tiyn,
  tiyn,
} from "@zhanbasy/core";
import type { WeakValue } from "../contract.ts";
import type { ScenarioContent } from "./scenario-books.ts";
import { questionOf, type ScenarioContext } from "./scenario-context.ts";
import type { DeskRun } from "./scenario-desk.ts";
import type { ScenarioHead } from "./scenario-ports.ts";
import { weakValuesOf } from "./weak-values.ts";

/** A limit and by how much more was given; the city has no member. */
export type Deficit = { readonly scope: string; readonly amount: Tiyn };

export type Assessment = {
  readonly content: ScenarioContent;
  readonly weak: readonly WeakValue[];
  readonly findings: readonly RegisterFinding[];
  readonly hasLimit: boolean;
  readonly deficits: readonly Deficit[];
  /** Whose names are used to tell of it. */
  readonly methodology: Methodology;
};

/** Finds, or remembers, what there is to say of the newest revision; refused like calculations. */
export type Assessor = (head: ScenarioHead) => Promise<Result<Assessment>>;

const REMEMBERED = 16;

/** An assessor that remembers the revisions that were asked last. */
export function createAssessor(context: Pick<ScenarioContext, "books" | "desk">): Assessor {
  const latest = new Map<string, Promise<Result<Assessment>>>();
  return async (head) => {
    const name = `${head.id} ${head.revision}`;
    const known = latest.get(name) ?? assess(context, head);
    latest.delete(name);
    latest.set(name, known);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
    try {
      const assessed = await known;
      if (!assessed.ok) latest.delete(name);
      return assessed;
    } catch (error) {
      latest.delete(name);
      throw error;
    }
  };
}

async function assess(
  { books, desk }: Pick<ScenarioContext, "books" | "desk">,
  head: ScenarioHead,
): Promise<Result<Assessment>> {
  const content = await books.contentOf(head, head.revision);
  const question = questionOf(head, content);
  const calculated = await desk.run(question);
  if (!calculated.ok) return calculated;
  const { run, limit, base } = calculated.value;
  const { overrides } = question;
  return ok({
    content,
    weak: weakValuesOf({ run, limit, overrides, base: base.methodology }),
    findings: findingsOf(run),
    hasLimit: limit !== undefined,
    deficits: deficitsOf(calculated.value, overrides),
    methodology: base.methodology,
  });
}

/** The limit of the city, then those that the scenario sets for members. */
function deficitsOf({ run, limit }: DeskRun, overrides: readonly Override[]): readonly Deficit[] {
  const limits = new Map<string, { readonly limit: Tiyn; readonly amount: Tiyn }>();
  if (limit !== undefined) limits.set("", { limit: limit.limit, amount: run.totals.total });
  for (const each of overrides) {
    if (each.kind !== "envelope" || each.scope.by === "city") continue;
    const scope = `${each.scope.by}=${each.scope.member}`;
    limits.set(scope, { limit: each.amount, amount: amountOf(run, each.scope) });
  }
  return [...limits].flatMap(([scope, { limit: most, amount }]) => {
    return amount > most ? [{ scope, amount: tiyn(amount - most) }] : [];
  });
}

function amountOf({ totals, lines }: DeskRun["run"], scope: EnvelopeOverride["scope"]): Tiyn {
  const none = tiyn(0n);
  switch (scope.by) {
    case "city":
      return totals.total;
    case "tier":
      return totals.byTier.get(scope.member) ?? none;
    case "district":
      return totals.byDistrict.get(scope.member) ?? none;
    case "budgetCode":
      return totals.byBudgetCode.get(scope.member) ?? none;
    case "organisation": {
      const own = lines.filter(({ organisationId }) => organisationId === scope.member);
      return tiyn(own.reduce((sum, { amount }) => sum + amount, 0n));
    }
  }
}
