/**
 * Thresholds: counts at which the money of the next pupil is another because another rule applies.
 *
 * Amounts tell where a pupil is worth something else than the one before; what is explained on both
 * sides of such a count tells which rule it is. Where no rule changes there is no threshold: a
 * rounding, a ratio of totals.
 */
import { appliedRules, type Model } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, present, type Result } from "../kernel/index.ts";
import { compareRatios, type Ratio, subtractRatios } from "../money/index.ts";
import { ownersOf } from "./cliff-owners.ts";
import { type ChangedRule, type NamedRule, namedRules } from "./cliff-rules.ts";
import { changesAlong } from "./cliff-steps.ts";
import type { AskedCell, CountedRow } from "./marginal-cells.ts";
import {
  differenceOf,
  measureOwnMoney,
  type OwnMoney,
  type StagedAmount,
} from "./marginal-measures.ts";
import { rowsAsked } from "./marginal-pupils.ts";
import { canBe, countAt, type TriedRow, tryCounts } from "./marginal-trials.ts";

export type CliffTable = {
  readonly organisationId: string;
  readonly cliffs: readonly Cliff[];
  /** Counts with which the city cannot be calculated, so that nothing is known around them. */
  readonly refused: readonly {
    readonly row: CountedRow;
    readonly distance: number;
    readonly issues: readonly Issue[];
  }[];
};

export type Cliff = {
  readonly row: CountedRow;
  /** From the present count: the last one under the old rules, and the first under the new. */
  readonly from: number;
  readonly to: number;
  /** The same as counts, one for each cell of the row. */
  readonly counts: readonly { readonly from: Ratio; readonly to: Ratio }[];
  /** What the organisation gets for the last pupil under the old rules, where there is one. */
  readonly before: StagedAmount | undefined;
  /** For the pupil with whom the new rules come. */
  readonly crossing: StagedAmount;
  /** For the next one, unless nothing can be calculated there. */
  readonly after: StagedAmount | undefined;
  /** How much more the crossing pupil brings than the one before. */
  readonly jump: StagedAmount | undefined;
  readonly rules: readonly ChangedRule[];
};

/**
 * Every threshold within `reach` pupils either way of the present counts, for every row that money
 * stands on or for the one that is asked. The model is left as it was found. Refused like
 * `marginalPupils`.
 */
export function findCliffs(
  model: Model,
  organisationId: string,
  reach: number,
  asked?: AskedCell,
): Result<CliffTable> {
  const organisation = model.register.organisations.ids.indexOf(organisationId);
  if (organisation < 0) return fail(issue("organisation-absent", {}, { value: organisationId }));
  const rows = rowsAsked(model, organisation, asked);
  if (!rows.ok) return rows;
  const watch = watchOf(model, organisation);
  const found = rows.value.map((row) => ({
    row,
    seen: tryCounts(model, { organisation, row }, distancesOf(row, reach), watch.look),
  }));
  return ok({
    organisationId,
    cliffs: found.flatMap(({ row, seen }) => {
      const course = courseOf(seen);
      return cliffsOf(row, reach, course, rulesAround(model, { organisation, row }, course, watch));
    }),
    refused: found.flatMap(({ row, seen }) =>
      [...seen].flatMap(([distance, each]) =>
        each.ok ? [] : [{ row, distance, issues: each.issues }],
      ),
    ),
  });
}

type Rules = ReadonlyMap<string, NamedRule>;
/** With one number of people: the money, and the rules where they were looked at already. */
type Seen = { readonly money: OwnMoney; readonly rules: Rules | undefined };
type Watch = { readonly look: () => Seen; readonly rules: () => Rules };

/** Where a city under stages is calculated for each number, rules are looked at in one go. */
function watchOf(model: Model, organisation: number): Watch {
  const id = present(model.register.organisations.ids[organisation], "an organisation");
  const owners = ownersOf(model.plan);
  const rules = () => namedRules(appliedRules(model.explained(), id), owners);
  const isStaged = model.plan.stages.length > 0;
  return {
    rules,
    look: () => ({
      money: measureOwnMoney(model, organisation),
      rules: isStaged ? rules() : undefined,
    }),
  };
}

/** By the distance from the present counts; what was refused is not among it. */
type Course = ReadonlyMap<number, Seen>;

/** One further on each side, so that the neighbours of the outermost threshold are known. */
function distancesOf(row: CountedRow, reach: number): readonly number[] {
  const all = Array.from({ length: 2 * reach + 3 }, (_, place) => place - reach - 1);
  return all.filter((distance) => canBe(row, distance));
}

function courseOf<Value>(seen: ReadonlyMap<number, Result<Value>>): ReadonlyMap<number, Value> {
  return new Map(
    [...seen].flatMap(([distance, each]) => (each.ok ? [[distance, each.value]] : [])),
  );
}

/**
 * Whether the pupil after this count is worth something else than the last one up to it: by the
 * formulas, exactly, or by what the stages add to them.
 */
function bendsAt(course: Course, distance: number): boolean {
  const [left, here, right] = [-1, 0, 1].map((step) => course.get(distance + step)?.money.exact);
  const [last, next] = [worthAt(course, distance), worthAt(course, distance + 1)];
  if (left === undefined || here === undefined || right === undefined) return false;
  if (compareRatios(subtractRatios(here, left), subtractRatios(right, here)) !== 0) return true;
  const bend = last && next && differenceOf(last, next);
  return bend?.beforeStages !== bend?.afterStages;
}

/** What applied at the counts beside every bend: nowhere else can another rule begin to matter. */
function rulesAround(
  model: Model,
  tried: TriedRow,
  course: Course,
  watch: Watch,
): ReadonlyMap<number, Rules> {
  const bends = [...course.keys()].filter((distance) => bendsAt(course, distance));
  const around = [...new Set(bends.flatMap((each) => [each - 1, each, each + 1]))];
  const open = around.filter((distance) => course.get(distance)?.rules === undefined);
  const none: ReadonlyMap<number, Rules> = new Map();
  const looked = open.length === 0 ? none : courseOf(tryCounts(model, tried, open, watch.rules));
  return new Map(
    around.flatMap((distance) => {
      const rules = course.get(distance)?.rules ?? looked.get(distance);
      return rules === undefined ? [] : [[distance, rules]];
    }),
  );
}

function cliffsOf(
  row: CountedRow,
  reach: number,
  course: Course,
  rules: ReadonlyMap<number, Rules>,
): readonly Cliff[] {
  return [...changesAlong(rules)].flatMap(([from, changed]): readonly Cliff[] => {
    const to = from + 1;
    if (from < -reach || to > reach) return [];
    if (!bendsAt(course, from) && !bendsAt(course, to)) return [];
    const before = worthAt(course, from);
    const crossing = present(worthAt(course, to), "rules are known where amounts are");
    return [
      {
        ...{ row, from, to, before, crossing },
        counts: row.cells.map((cell) => ({ from: countAt(cell, from), to: countAt(cell, to) })),
        after: worthAt(course, to + 1),
        jump: before && differenceOf(before, crossing),
        rules: changed,
      },
    ];
  });
}

/** What the last pupil of this count brings. */
function worthAt(course: Course, distance: number): StagedAmount | undefined {
  const [before, here] = [course.get(distance - 1), course.get(distance)];
  return before && here && differenceOf(before.money, here.money);
}
