/**
 * A small city under stages that is changed at random: a value of the law, a fact, the text of a
 * formula, a line or a stage more, less or otherwise. Each state of it can be built from nothing.
 */
import type {
  CalculationPlan,
  FactChange,
  RegisterSnapshot,
  Result,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "./build-plan-of.ts";
import type { Random } from "./random.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  label,
  line,
  parameter,
  SCHOOL_CODE,
  valued,
} from "./school-methodology.ts";
import { factRow } from "./school-register.ts";
import { stage, stagedMethodology, stagedRegister } from "./staged-city.ts";

type Document = Readonly<Record<string, unknown>>;

/** Digits of each parameter and of each organisation's grant, and which wordings there are. */
export type StagedState = {
  readonly values: Readonly<Record<string, string>>;
  readonly grants: Readonly<Record<string, string>>;
  /** By formula, line and stage; a line or a stage that is left out is not there. */
  readonly wordings: Readonly<Record<string, number>>;
};

/** What is different, and the state after it. */
export type StagedChange = {
  readonly after: StagedState;
  /** The one parameter that has other digits; the law is built anew where there is none. */
  readonly parameter: string | undefined;
  readonly facts: readonly FactChange[];
};

const CITY = {
  a: { base: "100", extra: "10", floor: "120", cap: "130", given: "5", weight: "1" },
  b: { base: "200", extra: "40", floor: "180", cap: "190", given: "0", weight: "3" },
  c: { base: "70", floor: "90", cap: "95", given: "1", weight: "2", district: "south" },
  d: { extra: "20", cap: "50", weight: "0", rank: "1", district: "south" },
};

const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  worth: ["grant * share", "grant * share + weight", "max(grant, total(grant by district) / 3)"],
};

/** No two lines are of one tier and budget code. */
const LINES: Readonly<Record<string, Document>> = {
  due: { tier: "secondary", budgetCode: KINDERGARTEN_CODE },
  told: { tier: "overhead", budgetCode: KINDERGARTEN_CODE },
  paid: { tier: "preschool", budgetCode: SCHOOL_CODE },
};

const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  due: ["worth * 10 KZT", "if(weight > 1, worth, 1 / 3) * 10 KZT"],
  told: [
    "floors.change['base'] + 1 KZT",
    "caps.after['base'] / 7",
    "pool.before['gift'] + fit.change['base'] / 3",
    "total(floors.change['base'] by district)",
    "line_amount['due'] / 9",
  ],
  paid: ["r * weight * 1 KZT", "r * worth * 1 KZT"],
};

const STAGES: Readonly<Record<string, readonly Document[]>> = {
  floors: [
    { order: 1, kind: "floor", lines: ["base"], bound: "floor" },
    { order: 1, kind: "floor", lines: ["base", "due"], bound: "floor + worth * 1 KZT" },
    { order: 4, kind: "floor", lines: ["base"], bound: "floor", when: "weight > share" },
    { order: 1, kind: "floor", lines: ["base"], bound: "floor", validFrom: "2027-01-01" },
  ],
  caps: [
    { order: 2, kind: "cap", lines: ["base"], bound: "cap" },
    { order: 2, kind: "cap", lines: ["base", "extra"], bound: "cap * share", switch: "share > 0" },
    { order: 8, kind: "cap", lines: ["due"], bound: "2 * line_amount[line]", per: "line" },
  ],
  pool: [
    { order: 3, kind: "pool", into: "gift", weight: "weight", amount: "limit / 7" },
    {
      ...{ order: 3, kind: "pool", into: "gift", weight: "weight + grant" },
      ...{ lines: ["base"], collect: "given * share" },
    },
    { order: 6, kind: "pool", into: "gift", weight: "weight", amount: "8 KZT", by: ["district"] },
  ],
  fit: [
    { order: 5, kind: "fit", lines: ["base"], envelope: "limit" },
    { order: 5, kind: "fit", lines: ["base", "gift"], envelope: "limit * share", by: ["tier"] },
    { order: 7, kind: "fit", lines: ["base"], envelope: "limit", direction: "down" },
  ],
  solver: [
    { total: "total(weight * r) * 1 KZT", target: "limit" },
    { total: "total(weight * r) * 1 KZT", target: "total(caps.after['base'])" },
    { total: "total(worth * r) * 1 KZT", target: "100 KZT", switch: "share < 5" },
  ],
};

const SOLVE = {
  ...{ kind: "solve", order: 9, least: "0", greatest: "1000", places: 1 },
  rates: [{ rate: "r", label: label("r"), unit: "1", places: 1 }],
};

export const FIRST_STAGED: StagedState = {
  values: { limit: "400", share: "1" },
  grants: { a: "3", b: "5", c: "0.5" },
  wordings: { worth: 0, due: 0, told: 0, paid: 0, floors: 0, caps: 0, pool: 0, fit: 0, solver: 0 },
};

/** Refused where a line or a stage names what is not there. */
export function planOfStaged({ values, wordings }: StagedState): Result<CalculationPlan> {
  const chosen = <Item>(from: Readonly<Record<string, readonly Item[]>>) =>
    Object.entries(from).flatMap(([name, items]): readonly (readonly [string, Item])[] => {
      const item = items[wordings[name] ?? -1];
      return item === undefined ? [] : [[name, item]];
    });
  const stages = chosen(STAGES).map(([name, { order = 9, ...fields }]) =>
    stage(name, Number(order), name === "solver" ? { ...SOLVE, ...fields } : fields),
  );
  const methodology = stagedMethodology(stages, {
    facts: [{ fact: "grant", label: label("grant"), unit: "1", source: "facts", dimensions: [] }],
    parameters: [
      parameter("limit", "KZT", [valued(values["limit"] ?? "")]),
      parameter("share", "1", [valued(values["share"] ?? "")]),
    ],
    formulas: chosen(FORMULAS).map(([name, text]) => formula(name, "1", text)),
    lines: chosen(AMOUNTS).map(([name, text]) =>
      line(name, text, { exists: "when", ...LINES[name] }),
    ),
  });
  if (!methodology.ok) return methodology;
  return { ok: true, value: buildPlanOf(methodology.value, 2026, "2026-12-31") };
}

export function registerOfStaged({ grants }: StagedState): RegisterSnapshot {
  const facts = Object.entries(grants).map(([id, digits]) => factRow(id, "grant", digits));
  return { ...stagedRegister(CITY), facts };
}

const DIGITS = ["0", "1", "2", "0.5", "7", "400", "401.25", "-1", "333.333"] as const;

export function randomStagedChange(state: StagedState, random: Random): StagedChange {
  const same = { after: state, parameter: undefined, facts: [] };
  switch (random.int(0, 6)) {
    case 0:
    case 1: {
      const name = random.pick(["limit", "share"]);
      const values = { ...state.values, [name]: random.pick(DIGITS) };
      return { ...same, after: { ...state, values }, parameter: name };
    }
    case 2:
    case 3:
      return { ...same, ...changedGrant(state, random) };
    case 4:
      return {
        ...same,
        after: reworded(state, random.pick(["worth", "due", "told", "paid"]), random),
      };
    default: {
      const name = random.pick(["floors", "caps", "pool", "fit", "solver"]);
      return { ...same, after: reworded(state, name, random) };
    }
  }
}

/** Another wording, or none; the formula is always there. */
function reworded(state: StagedState, name: string, random: Random): StagedState {
  const { [name]: _, ...others } = state.wordings;
  if (name !== "worth" && random.chance(25)) return { ...state, wordings: others };
  const count = { ...FORMULAS, ...AMOUNTS, ...STAGES }[name]?.length ?? 1;
  return { ...state, wordings: { ...others, [name]: random.int(0, count - 1) } };
}

function changedGrant(state: StagedState, random: Random): Pick<StagedChange, "after" | "facts"> {
  const organisationId = random.pick(["a", "b", "c", "d"]);
  const value = random.chance(80) ? random.pick(DIGITS) : undefined;
  const { [organisationId]: _, ...others } = state.grants;
  const grants = value === undefined ? others : { ...others, [organisationId]: value };
  const facts = [{ organisationId, fact: "grant", codes: [], value }];
  return { after: { ...state, grants }, facts };
}
