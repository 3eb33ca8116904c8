/** A change spread over categories in their order, each to its end before the next is touched. */
import { fraction } from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import { shareByWeights } from "./shares.ts";
import {
  byGroup,
  groupOf,
  groupValue,
  type Item,
  membersOf,
  openOutcome,
  wholeBound,
  wholeTiyn,
} from "./stage-parts.ts";
import { NOWHERE, type Outcome, type World } from "./world.ts";

/** How far a line may fall and rise; without an end where nothing is said. */
type Room = Item & {
  readonly category: number;
  readonly down: bigint;
  readonly up: bigint | undefined;
};

export function fillStage(stage: StageDocument, world: World): Outcome {
  const { outcome, move, close } = openOutcome();
  const rooms = roomsOf(stage, world);
  const groups = byGroup(stage, rooms, (room) => groupOf(stage, room, world));
  for (const [group, { codes, items }] of groups) {
    let rest = wholeTiyn(groupValue(stage.change, stage, codes, world), stage);
    const changes = new Map<Room, bigint>();
    (stage.categories ?? []).forEach((_, category) => {
      const own = items.filter((room) => room.category === category);
      for (const [room, part] of spreadOver(own, rest)) {
        changes.set(room, part);
        rest -= part;
      }
    });
    if (rest !== 0n && (stage.leftOver ?? "refuse") === "refuse") refuse("fill-infeasible");
    const last = items.findLast(({ category }) => category === lastCategory(stage));
    if (stage.leftOver === "last" && last !== undefined) {
      changes.set(last, (changes.get(last) ?? 0n) + rest);
      rest = 0n;
    }
    for (const room of items) move(room, group, room.before + (changes.get(room) ?? 0n));
    close(group, rest);
  }
  return outcome;
}

function lastCategory({ categories = [] }: StageDocument): number {
  return categories.length - 1;
}

function roomsOf(stage: StageDocument, world: World): readonly Room[] {
  const members = membersOf(stage, world);
  return (stage.categories ?? []).flatMap((category, place) =>
    members
      .filter((organisation) => world.lineOf(category.line, organisation).applies)
      .map((organisation) => {
        const before = world.amountBefore(stage.order, category.line, organisation) ?? 0n;
        const item = { organisation, line: category.line, before };
        return { ...item, category: place, ...endsOf(category, item, stage, world) };
      }),
  );
}

/** A written bound without a value lets nothing move; without a floor a line falls to zero. */
function endsOf(
  { floor, ceiling }: Pick<StageDocument, "floor" | "ceiling">,
  item: Item,
  stage: StageDocument,
  world: World,
): Pick<Room, "down" | "up"> {
  const boundAt = (text: StageDocument["floor"]) =>
    wholeBound(text, item, NOWHERE, stage, world) ?? item.before;
  const down = floor === undefined ? item.before : item.before - boundAt(floor);
  const up = ceiling === undefined ? undefined : boundAt(ceiling) - item.before;
  return { down: down > 0n ? down : 0n, up: up === undefined || up > 0n ? up : 0n };
}

/** In proportion to what each may move; to what it is, where it may rise without end. */
function spreadOver(rooms: readonly Room[], change: bigint) {
  const isUp = change > 0n;
  const spaces = rooms.map(({ down, up }) => (isUp ? up : down));
  if (change === 0n || rooms.length === 0) return [];
  const isEndless = spaces.some((space) => space === undefined);
  const hasMoney = rooms.some(({ before }) => before > 0n);
  const weights = rooms.map(({ before }, at) => {
    if (!isEndless) return spaces[at] ?? 0n;
    if (!hasMoney) return 1n;
    return before > 0n ? before : 0n;
  });
  const space = weights.reduce((sum, each) => sum + each, 0n);
  const size = isUp ? change : -change;
  const moved = isEndless || size < space ? size : space;
  if (moved === 0n) return [];
  const parts = shareByWeights(
    isUp ? moved : -moved,
    weights.map((each) => fraction(each)),
  );
  return rooms.map((room, at) => [room, parts[at] ?? 0n] as const);
}
