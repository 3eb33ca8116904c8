/** Floors, caps, and caps that pay for floors. */
import { fraction } from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import { shareByWeights } from "./shares.ts";
import {
  byGroup,
  groupOf,
  type Item,
  itemsOf,
  lineScope,
  openOutcome,
  wholeBound,
} from "./stage-parts.ts";
import { NOWHERE, type Outcome, type World } from "./world.ts";

/** What is held within bounds as one: a line, or all of the stage's lines of an organisation. */
type Unit = { readonly items: readonly [Item, ...Item[]]; readonly before: bigint };

export function boundStage(stage: StageDocument, world: World): Outcome {
  const { outcome, move, close } = openOutcome();
  for (const unit of unitsOf(stage, world)) {
    const bound = boundOfUnit(stage.bound, unit, stage, world);
    const isPassed =
      stage.kind === "cap" ? lessThan(bound, unit.before) : lessThan(unit.before, bound);
    const change = isPassed && bound !== undefined ? bound - unit.before : 0n;
    settle(unit, change, "", move);
  }
  close("", 0n);
  return outcome;
}

/** As much is taken above the caps as the floors need. */
export function corridorStage(stage: StageDocument, world: World): Outcome {
  const { outcome, move, close } = openOutcome();
  const units = unitsOf(stage, world).map((unit) => {
    const floor = boundOfUnit(stage.floor, unit, stage, world);
    const cap = boundOfUnit(stage.cap, unit, stage, world);
    if (lessThan(cap, floor)) refuse("bounds-crossed");
    const { before } = unit;
    const need = floor !== undefined && before < floor ? floor - before : 0n;
    const excess = cap !== undefined && before > cap ? before - cap : 0n;
    return { unit, need, excess };
  });
  const groups = byGroup(stage, units, ({ unit }) => groupOf(stage, unit.items[0], world));
  for (const [group, { items }] of groups) {
    const needs = items.reduce((sum, { need }) => sum + need, 0n);
    const excess = items.reduce((sum, each) => sum + each.excess, 0n);
    if (excess < needs && stage.shortfall === "refuse") refuse("fit-infeasible");
    const isShort = excess < needs;
    const taken = isShort ? excess : needs;
    const paid = stage.shortfall === "scale" ? taken : needs;
    const cuts = shareByWeights(
      taken,
      items.map((each) => fraction(each.excess)),
    );
    const rises = shareByWeights(
      paid,
      items.map(({ need }) => fraction(need)),
    );
    items.forEach(({ unit }, at) => {
      settle(unit, (rises[at] ?? 0n) - (cuts[at] ?? 0n), group, move);
    });
    close(group, 0n);
  }
  return outcome;
}

function unitsOf(stage: StageDocument, world: World): readonly Unit[] {
  const items = itemsOf(stage, world);
  if (stage.per !== "organisation") {
    return items.map((item) => ({ items: [item], before: item.before }));
  }
  const units = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const own = units.get(item.organisation.id);
    if (own === undefined) units.set(item.organisation.id, [item]);
    else own.push(item);
  }
  return [...units.values()].map((own) => ({
    items: own,
    before: own.reduce((sum, { before }) => sum + before, 0n),
  }));
}

function boundOfUnit(
  text: StageDocument["bound"],
  { items: [first] }: Unit,
  stage: StageDocument,
  world: World,
): bigint | undefined {
  const scope = stage.per === "organisation" ? NOWHERE : lineScope(first.line, world);
  return wholeBound(text, first, scope, stage, world);
}

/** Lines change in proportion to what they were; equally where that says nothing. */
function settle(
  { items, before }: Unit,
  change: bigint,
  group: string,
  move: ReturnType<typeof openOutcome>["move"],
): void {
  const isOwing = before <= 0n || items.some((item) => item.before < 0n);
  const parts = shareByWeights(
    change,
    items.map((item) => fraction(isOwing ? 1n : item.before)),
  );
  items.forEach((item, at) => {
    move(item, group, item.before + (parts[at] ?? 0n));
  });
}

function lessThan(left: bigint | undefined, right: bigint | undefined): boolean {
  return left !== undefined && right !== undefined && left < right;
}
