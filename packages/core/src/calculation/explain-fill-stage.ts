/** Fills explained: what of the change came to a category, and the part of the line in it. */
import { invariant, present } from "../kernel/index.ts";
import type { FillCategory, FillStage } from "../methodology/index.ts";
import { multiplyRatios, ONE, type Ratio, ratioOf, type Tiyn, tiyn } from "../money/index.ts";
import {
  groupOfDesk,
  inTiyn,
  itemsOfGroup,
  moneyValue,
  type StageDesk,
  type Told,
} from "./explain-stage-desk.ts";
import { explainPart, groupBound, isApportioned, type StagePart } from "./explain-stage-part.ts";
import type { StagedItem } from "./stages/outcome.ts";
import { countValue, sentence, type TraceSentence } from "./trace.ts";

export function explainFill(stage: FillStage, desk: StageDesk): Told {
  const { item, line, scope, explainer } = desk;
  const { codes, left } = groupOfDesk(desk);
  const bound = groupBound(stage.by, codes, scope);
  const change = explainPart("change", stage.change, bound, stage, scope, explainer);
  const bounds = boundsOf(stage, desk);
  const category = stage.categories.findIndex((each) => each.line === line);
  const coming = comingTo(category, change.whole, stage, desk);
  const own = item.after - item.before;
  const extra = isLast(category, stage, desk) ? change.whole - sumOfChanges(stage, desk) : 0n;
  assertPart(own - extra, coming, category, stage, desk);
  const parts = [change, bounds.floor, bounds.ceiling];
  return {
    after: tiyn(item.before + own),
    sentences: [
      sentence("fill-change", { change: moneyValue(change.whole, desk) }),
      ...tellCategory(category, coming, bounds, stage, desk),
      ...(left === 0n ? [] : [sentence("fill-left", { left: moneyValue(left, desk) })]),
    ],
    inputs: parts.flatMap((part) => (part === undefined ? [] : [part.traced])),
  };
}

type Bounds = { readonly floor: StagePart | undefined; readonly ceiling: StagePart | undefined };

/** The bounds of the organisation, which must be those of the run. */
function boundsOf(stage: FillStage, { item, line, scope, explainer }: StageDesk): Bounds {
  const { floor, ceiling } = present(
    stage.categories.find((each) => each.line === line),
    `${line} is a category of ${stage.id}`,
  );
  const [least, most] = [
    floor && explainPart("floor", floor, [], stage, scope, explainer),
    ceiling && explainPart("ceiling", ceiling, [], stage, scope, explainer),
  ].map((part) => (part?.isThere === true ? part : undefined));
  const { figures } = item;
  const isSame =
    (least?.whole ?? 0n) === inTiyn(figures.floor) &&
    most?.whole === (figures.cap === undefined ? undefined : inTiyn(figures.cap));
  invariant(isSame, `explanation of the bounds of ${item.organisationId} at ${stage.id}`);
  return { floor: least, ceiling: most };
}

/** What a category of the group can take of the change: nothing where there is no end. */
type Category = {
  readonly items: readonly StagedItem[];
  readonly spaces: readonly (bigint | undefined)[];
  readonly taken: bigint;
};

/** What came to this category after those before it were filled, with its sign. */
function comingTo(position: number, change: Tiyn, stage: FillStage, desk: StageDesk): Category {
  let rest: bigint = change;
  let found: Category = { items: [], spaces: [], taken: 0n };
  for (const category of stage.categories.slice(0, position + 1)) {
    const items = itemsOfGroup(desk).filter((each) => each.line === category.line);
    const spaces = items.map((each) => spaceOf(each, category, change < 0n));
    const isEndless = spaces.includes(undefined);
    const whole = spaces.reduce((sum: bigint, each) => sum + (each ?? 0n), 0n);
    const wanted = rest < 0n ? -rest : rest;
    const size = items.length > 0 && (isEndless || wanted < whole) ? wanted : whole;
    const taken = rest < 0n ? -size : size;
    found = { items, spaces, taken };
    rest -= taken;
  }
  return found;
}

/** Whoever has no baseline for a bound is neither cut nor raised by it. */
function spaceOf(
  { before, figures }: StagedItem,
  { ceiling }: FillCategory,
  isCut: boolean,
): bigint | undefined {
  if (!isCut && ceiling === undefined) return undefined;
  const bound = isCut ? figures.floor : figures.cap;
  if (bound === undefined) return 0n;
  const space = isCut ? before - inTiyn(bound) : inTiyn(bound) - before;
  return space > 0n ? space : 0n;
}

/** Lines of a category share by the space they have; where there is no end, by what they are. */
function assertPart(
  part: bigint,
  { items, spaces, taken }: Category,
  category: number,
  stage: FillStage,
  { item }: StageDesk,
): void {
  const isEndless = spaces.includes(undefined);
  const weights = items.map(({ before }, place) =>
    isEndless ? (before > 0n ? before : 0n) : (spaces[place] ?? 0n),
  );
  const sum = weights.reduce((all, each) => all + each, 0n);
  const own = weights[items.indexOf(item)] ?? 0n;
  const share: Ratio =
    sum > 0n ? ratioOf(own, sum) : items.length > 0 ? ratioOf(1n, BigInt(items.length)) : ONE;
  const name = `explanation of category ${category} of ${stage.id} ${item.organisationId}`;
  invariant(isApportioned(part, multiplyRatios(ratioOf(taken), share)), name);
}

/** Whether the line takes the rest that no category could take. */
function isLast(category: number, stage: FillStage, desk: StageDesk): boolean {
  if (stage.leftOver !== "last" || category !== stage.categories.length - 1) return false;
  const { line, scope, item } = desk;
  const own = itemsOfGroup(desk).filter((each) => each.line === line);
  const last = scope.run.figures.states.findLast(({ organisation }) =>
    own.some((each) => each.organisationId === organisation?.id),
  );
  return last?.organisation?.id === item.organisationId;
}

/** What all categories together could take. */
function sumOfChanges(stage: FillStage, desk: StageDesk): bigint {
  const { figures } = groupOfDesk(desk);
  const change = tiyn(inTiyn(figures.change));
  return stage.categories.reduce(
    (sum, _, position) => sum + comingTo(position, change, stage, desk).taken,
    0n,
  );
}

function tellCategory(
  category: number,
  { taken }: Category,
  { floor, ceiling }: Bounds,
  stage: FillStage,
  desk: StageDesk,
): readonly TraceSentence[] {
  const { item } = desk;
  const own = item.after - item.before;
  const place = {
    position: countValue(category + 1),
    count: countValue(stage.categories.length),
  };
  if (own === 0n && taken === 0n) return [sentence("fill-not-reached", place)];
  const facts = { ...place, taken: moneyValue(taken, desk), part: moneyValue(own, desk) };
  const end = own < 0n ? (floor?.whole ?? 0n) : ceiling?.whole;
  const isFull = item.after === end;
  return [
    sentence("fill-taken", facts),
    ...(isFull ? [sentence("fill-full", { end: moneyValue(item.after, desk) })] : []),
  ];
}
