/** What a stage is given: the lines as they stand before it, and a way to evaluate expressions. */
import { type Issue, issue, type Place, present } from "../../kernel/index.ts";
import {
  BUDGET_CODE_DIMENSION,
  type Expression,
  groupDimension,
  LINE_DIMENSION,
  LINE_GROUPS,
  type LineDefinition,
  ORGANISATION_GROUP,
  type Stage,
  type StageBy,
} from "../../methodology/index.ts";
import {
  type Ratio,
  type RoundingMode,
  roundRatio,
  roundToTiyn,
  type Tiyn,
  tiyn,
} from "../../money/index.ts";
import type { Compiler, Layout, NumberCode, TruthCode } from "../code.ts";
import { readAttribute } from "../compile-name.ts";
import { factUsesOf } from "../fact-uses.ts";
import { type RunState, reportOnce } from "../run-state.ts";
import { itemName } from "./outcome.ts";

export type StageContext = {
  readonly compiler: Compiler;
  /** Every organisation, sorted by id. */
  readonly states: readonly RunState[];
  /** The city, which has no organisation at hand. */
  readonly city: RunState;
  readonly definitions: ReadonlyMap<string, LineDefinition>;
  /** The line before the stage; nothing when the organisation has none. */
  readonly amountBefore: (line: string, state: RunState) => Tiyn | undefined;
  /** Whether the line's condition holds, so that a stage may give the organisation such a line. */
  readonly applies: (line: string, state: RunState) => boolean;
  /** Estimates of the year in tiyn, with what groups are formed by. */
  readonly estimates: readonly GroupedEstimate[];
};

export type GroupedEstimate = {
  readonly amount: Tiyn;
  readonly tier: string;
  readonly budgetCode: string;
  /** Absent for a citywide amount. */
  readonly state: RunState | undefined;
};

/** One line of one organisation as a stage sees it. */
export type StageItem = {
  readonly name: string;
  readonly state: RunState;
  readonly organisationId: string;
  readonly definition: LineDefinition;
  readonly before: Tiyn;
};

/** A group, with what stands in its index. */
export type GroupKey = {
  readonly name: string;
  readonly codes: readonly string[];
  /** Where its expressions are evaluated. */
  readonly state: RunState;
};

/** The lines that exist of the organisations for which `when` holds. */
export function itemsOf(
  lines: readonly string[],
  when: Expression | undefined,
  stage: Stage,
  context: StageContext,
): readonly StageItem[] {
  return memberStates(when, stage, context).flatMap((state) =>
    lines.flatMap((line) => {
      const before = context.amountBefore(line, state);
      return before === undefined ? [] : [itemOf(line, state, before, context)];
    }),
  );
}

/** One line of an organisation, whether it exists or a stage would begin it. */
export function itemOf(
  line: string,
  state: RunState,
  before: Tiyn,
  { definitions }: StageContext,
): StageItem {
  const { id } = present(state.organisation, "an item belongs to an organisation");
  const definition = present(definitions.get(line), line);
  return { name: itemName(id, line), state, organisationId: id, definition, before };
}

/** Asks an organisation without it being counted for what asked the stage. */
function aside<Value>(state: RunState, ask: () => Value): Value {
  const wasCounted = state.isCounted;
  const value = ask();
  state.isCounted = wasCounted;
  return value;
}

/** The organisations for which the condition of a stage holds. */
export function memberStates(
  when: Expression | undefined,
  stage: Stage,
  { compiler, states }: StageContext,
): readonly RunState[] {
  if (when === undefined) return states;
  const holds: TruthCode = compiler.truth(when, layoutOf(stage, []));
  return states.filter((state) => aside(state, () => holds([], state)));
}

/** The layout of an expression of a stage with these dimensions in scope. */
export function layoutOf(stage: Stage, dimensions: readonly string[]): Layout {
  const slots = new Map(dimensions.map((dimension, slot) => [dimension, slot]));
  return { slots, size: dimensions.length, valuesOn: "year", name: stage.id, place: stage.place };
}

/** The dimensions of an expression of a group. */
export function groupDimensions(
  by: StageBy,
  { compiler }: Pick<StageContext, "compiler">,
): readonly string[] {
  return by
    .filter((each) => each !== ORGANISATION_GROUP)
    .map((each) => groupDimension(compiler.plan.methodology, each));
}

const TIER = "tier";

/** To which group a line of an organisation belongs. */
function groupName(by: StageBy, item: StageItem): string {
  const [first, second] = by;
  if (first === undefined) return "";
  if (second === undefined) return groupCode(first, item);
  return by.map((each) => groupCode(each, item)).join("|");
}

/** The group of a line that is the first of it. */
function groupOf(name: string, by: StageBy, item: StageItem, { city }: StageContext): GroupKey {
  const codes = by.filter((each) => each !== ORGANISATION_GROUP);
  return {
    name,
    codes: codes.map((each) => groupCode(each, item)),
    state: codes.length < by.length ? item.state : city,
  };
}

function groupCode(by: string, { state, organisationId, definition }: StageItem): string {
  if (by === ORGANISATION_GROUP) return organisationId;
  if (by === TIER) return definition.tier;
  if (by === LINE_DIMENSION) return definition.id;
  return by === BUDGET_CODE_DIMENSION ? definition.budgetCode : readAttribute(by, state);
}

/**
 * The items of each group, groups in the order of their names; the whole city is a group even where
 * nobody is in it, so that its money is not passed over.
 */
export function groupItems<Item extends StageItem>(
  items: readonly Item[],
  by: StageBy,
  context: StageContext,
): readonly { readonly key: GroupKey; readonly items: readonly Item[] }[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly items: Item[] }>();
  if (by.length === 0) {
    groups.set("", { key: { name: "", codes: [], state: context.city }, items: [] });
  }
  for (const item of items) {
    const name = groupName(by, item);
    const known = groups.get(name);
    if (known !== undefined) known.items.push(item);
    else groups.set(name, { key: groupOf(name, by, item, context), items: [item] });
  }
  return [...groups.values()].toSorted((left, right) => (left.key.name < right.key.name ? -1 : 1));
}

/** What estimates come to by group; those without its attribute belong to no group. */
export function estimatesBy(by: StageBy, { estimates }: StageContext): (group: GroupKey) => Tiyn {
  const sums = new Map<string, bigint>();
  for (const estimate of estimates) {
    const codes = by.map((each) => codeOfEstimate(each, estimate));
    if (codes.includes(undefined)) continue;
    const name = codes.join("|");
    sums.set(name, (sums.get(name) ?? 0n) + estimate.amount);
  }
  return ({ name }) => tiyn(sums.get(name) ?? 0n);
}

function codeOfEstimate(by: string, estimate: GroupedEstimate): string | undefined {
  if (by === TIER) return estimate.tier;
  if (by === BUDGET_CODE_DIMENSION) return estimate.budgetCode;
  return estimate.state?.organisation?.attributes.get(by);
}

/** A bound or weight of an item: its value, and nothing where no baseline was counted. */
export type ItemCode = (item: StageItem) => Ratio | undefined;

/** The codes of `LINE_GROUPS`, in their order. */
export function codesOfLine({ tier, id, budgetCode }: LineDefinition): readonly string[] {
  return [tier, id, budgetCode];
}

/**
 * An expression of an organisation, and of a line where its dimensions are in scope.
 *
 * One that stands on facts, none of which the organisation has, is no baseline: it has no value.
 */
export function itemCode(
  expression: Expression,
  isOfLine: boolean,
  stage: Stage,
  { compiler }: StageContext,
): ItemCode {
  const dimensions = isOfLine ? LINE_GROUPS : [];
  const code: NumberCode = compiler.number(expression, layoutOf(stage, dimensions));
  const standsOnFacts = factUsesOf(expression, compiler.plan).length > 0;
  return ({ state, definition }) => {
    const wasCounted = state.isCounted;
    state.isCounted = false;
    const value = code(isOfLine ? [...codesOfLine(definition)] : [], state);
    const isThere = state.isCounted || !standsOnFacts;
    state.isCounted = wasCounted;
    return isThere ? value : undefined;
  };
}

/** An expression of a group, in whole units of the stage. */
export function groupCodeOf(
  expression: Expression,
  by: StageBy,
  stage: Stage,
  context: StageContext,
): (group: GroupKey) => Ratio {
  const code = context.compiler.number(expression, layoutOf(stage, groupDimensions(by, context)));
  return ({ codes, state }) => aside(state, () => code([...codes], state));
}

/** How a stage makes exact amounts whole. */
export type Precision = { readonly places: number; readonly rounding: RoundingMode };

/** The amount in tiyn, rounded to the places of the stage. */
export function wholeAmount(tenge: Ratio, { places, rounding }: Precision): Tiyn {
  // Two places are whole tiyn already.
  if (places === 2) return roundToTiyn(tenge, rounding);
  return roundToTiyn(roundRatio(tenge, places, rounding), "half-up");
}

/** How many tiyn the smallest part has that a stage gives. */
export function unitOfPlaces(places: number): bigint {
  return 10n ** BigInt(2 - places);
}

/** Notes a fault of a stage at one of its fields. */
export function reportAtStage(
  found: (place: Place) => Issue,
  field: string,
  stage: Stage,
  { city }: StageContext,
  ...cause: readonly string[]
): void {
  const { place } = stage;
  const where = { ...place, path: [...(place.path ?? []), field] };
  reportOnce(city, found(where), stage.id, field, ...cause);
}

/** A weight or contribution of an organisation that cannot be used. */
export function reportOfItem(
  code: "weight-negative" | "collect-negative" | "collect-without-line",
  value: string,
  item: StageItem,
  stage: Stage,
  context: StageContext,
): void {
  const field = code === "weight-negative" ? "weight" : "collect";
  const facts = { stage: stage.id, organisation: item.organisationId, value };
  reportAtStage((place) => issue(code, place, facts), field, stage, context, item.organisationId);
}
