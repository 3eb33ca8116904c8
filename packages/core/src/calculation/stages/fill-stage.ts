/** A change spread over categories in a fixed order, each filled before the next is touched. */
import { issue } from "../../kernel/index.ts";
import type { FillStage } from "../../methodology/index.ts";
import { apportion, formatTenge, ONE, ratioOf, type Tiyn, tiyn } from "../../money/index.ts";
import { groupFigure, type StagedItem, type StageOutcome, stageOutcome, tenge } from "./outcome.ts";
import {
  type GroupKey,
  groupCodeOf,
  groupItems,
  itemCode,
  itemOf,
  memberStates,
  reportAtStage,
  type StageContext,
  type StageItem,
  wholeAmount,
} from "./stage-context.ts";

/** A line with the place of its category, and how far it may go. */
type Room = StageItem & {
  readonly category: number;
  /** Nothing where the floor stands on facts that the organisation has not: it is not cut. */
  readonly floor: Tiyn | undefined;
  /** Nothing where there is no end, or where it stands on facts that are not there. */
  readonly ceiling: Tiyn | undefined;
  /** Whether a rise of the category has no end. */
  readonly isEndless: boolean;
};

export function runFillStage(stage: FillStage, context: StageContext): StageOutcome {
  const changeOf = groupCodeOf(stage.change, stage.by, stage, context);
  const groups = groupItems(roomsOf(stage, context), stage.by, context);
  const settled = groups.map(({ key, items }) => {
    const change = wholeAmount(changeOf(key), stage);
    return fillGroup(key, items, change, stage, context);
  });
  return stageOutcome(
    stage,
    settled.flatMap(({ items }) => items),
    settled.map(({ group }) => group),
  );
}

function fillGroup(
  key: GroupKey,
  rooms: readonly Room[],
  change: Tiyn,
  stage: FillStage,
  context: StageContext,
) {
  const changes = new Map<string, bigint>();
  let rest: bigint = change;
  stage.categories.forEach((_, category) => {
    if (rest === 0n) return;
    const own = rooms.filter((room) => room.category === category);
    for (const [name, taken] of fillCategory(own, rest)) {
      changes.set(name, taken);
      rest -= taken;
    }
  });
  const isStopped = rest !== 0n && stage.leftOver === "refuse";
  if (isStopped) {
    const facts = { stage: stage.id, group: key.name, rest: formatTenge(tiyn(rest)) };
    const tell = (place: object) => issue("fill-infeasible", place, facts);
    reportAtStage(tell, "change", stage, context, key.name);
  }
  const last = rooms.findLast(({ category }) => category === stage.categories.length - 1);
  if (rest !== 0n && stage.leftOver === "last" && last !== undefined) {
    changes.set(last.name, (changes.get(last.name) ?? 0n) + rest);
    rest = 0n;
  }
  const items: readonly StagedItem[] = rooms.map((room) => ({
    organisationId: room.organisationId,
    line: room.definition.id,
    before: room.before,
    after: tiyn(room.before + (changes.get(room.name) ?? 0n)),
    payer: "envelope",
    group: key.name,
    figures: {
      ...(room.floor === undefined ? {} : { floor: tenge(room.floor) }),
      ...(room.ceiling === undefined ? {} : { cap: tenge(room.ceiling) }),
    },
  }));
  return { items, group: groupFigure(key, items, rest, { change: tenge(change) }) };
}

/** What each line of a category takes of the change: all of it, or as much as there is room for. */
function fillCategory(rooms: readonly Room[], change: bigint): ReadonlyMap<string, bigint> {
  const isCut = change < 0n;
  const space = ({ before, floor, ceiling }: Room): bigint => {
    const bound = isCut ? floor : ceiling;
    if (bound === undefined) return 0n;
    const room = isCut ? before - bound : bound - before;
    return room > 0n ? room : 0n;
  };
  const spaces = rooms.map(space);
  const isEndless = !isCut && rooms.some((room) => room.isEndless);
  const whole = spaces.reduce((sum, each) => sum + each, 0n);
  const wanted = isCut ? -change : change;
  const taken = isEndless || wanted < whole ? wanted : whole;
  if (rooms.length === 0 || taken === 0n) return new Map();
  const weights = isEndless ? rooms.map(({ before }) => (before > 0n ? before : 0n)) : spaces;
  const hasWeights = weights.some((each) => each > 0n);
  const parts = apportion(
    taken,
    rooms.map(({ name }, place) => ({
      id: name,
      weight: hasWeights ? ratioOf(weights[place] ?? 0n) : ONE,
    })),
  );
  return new Map([...parts].map(([name, part]) => [name, isCut ? -part : part]));
}

/** The lines of every category, of each organisation to which such a line applies. */
function roomsOf(stage: FillStage, context: StageContext): readonly Room[] {
  const members = memberStates(stage.when, stage, context);
  return stage.categories.flatMap(({ line, floor, ceiling }, category) => {
    const floorOf = floor && itemCode(floor, false, stage, context);
    const ceilingOf = ceiling && itemCode(ceiling, false, stage, context);
    return members.flatMap((state) => {
      if (!context.applies(line, state)) return [];
      const item = itemOf(line, state, context.amountBefore(line, state) ?? tiyn(0n), context);
      const least = floorOf?.(item);
      const most = ceilingOf?.(item);
      return [
        {
          ...item,
          category,
          floor: floorOf === undefined ? tiyn(0n) : least && wholeAmount(least, stage),
          ceiling: most && wholeAmount(most, stage),
          isEndless: ceilingOf === undefined,
        },
      ];
    });
  });
}
