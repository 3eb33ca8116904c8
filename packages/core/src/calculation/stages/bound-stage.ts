/** Floors, caps, and caps that pay for floors. */
import { issue } from "../../kernel/index.ts";
import type { BoundStage, FloorAndCapStage } from "../../methodology/index.ts";
import { apportion, formatTenge, ONE, ratioOf, type Tiyn, tiyn } from "../../money/index.ts";
import {
  groupFigure,
  type ItemFigures,
  type Payer,
  type StagedItem,
  type StageOutcome,
  stageOutcome,
  tenge,
} from "./outcome.ts";
import {
  type GroupKey,
  groupItems,
  itemCode,
  itemsOf,
  reportAtStage,
  type StageContext,
  type StageItem,
  wholeAmount,
} from "./stage-context.ts";

/** What is held to one bound: a line, or all lines of an organisation together. */
type Unit = StageItem & { readonly parts: readonly StageItem[] };

/** Lines raised to a floor or cut to a cap, the envelope paying or saving. */
export function runBoundStage(stage: BoundStage, context: StageContext): StageOutcome {
  const units = unitsOf(stage, context);
  const boundOf = itemCode(stage.bound, stage.per === "line", stage, context);
  const isFloor = stage.kind === "floor";
  const items = units.flatMap((unit) => {
    const bound = boundOf(unit);
    const whole = bound && wholeAmount(bound, stage);
    const isHeld = whole !== undefined && (isFloor ? whole > unit.before : whole < unit.before);
    const figures = whole === undefined ? {} : { [stage.kind]: tenge(whole) };
    return settle(unit, isHeld ? whole : unit.before, "envelope", "", figures);
  });
  return stageOutcome(stage, items, [groupFigure({ name: "", codes: [] }, items, 0n, {})]);
}

/** Floors that the caps of the same group pay for. */
export function runFloorAndCapStage(stage: FloorAndCapStage, context: StageContext): StageOutcome {
  const isOfLine = stage.per === "line";
  const floorOf = itemCode(stage.floor, isOfLine, stage, context);
  const capOf = itemCode(stage.cap, isOfLine, stage, context);
  const bounded = unitsOf(stage, context).map((unit) => {
    const [floor, cap] = [floorOf(unit), capOf(unit)].map(
      (value) => value && wholeAmount(value, stage),
    );
    if (floor !== undefined && cap !== undefined && floor > cap) reportCrossed(unit, floor, cap);
    return { ...unit, floor, cap };
  });
  const groups = groupItems(bounded, stage.by, context);
  const settled = groups.map(({ key, items }) => payFloors(key, items, stage, context));
  return stageOutcome(
    stage,
    settled.flatMap(({ items }) => items),
    settled.map(({ group }) => group),
  );

  function reportCrossed({ organisationId, name }: Unit, floor: Tiyn, cap: Tiyn): void {
    const facts = {
      ...{ stage: stage.id, organisation: organisationId },
      ...{ floor: formatTenge(floor), ceiling: formatTenge(cap) },
    };
    reportAtStage((place) => issue("bounds-crossed", place, facts), "floor", stage, context, name);
  }
}

type BoundedUnit = Unit & { readonly floor: Tiyn | undefined; readonly cap: Tiyn | undefined };

function payFloors(
  key: GroupKey,
  units: readonly BoundedUnit[],
  stage: FloorAndCapStage,
  context: StageContext,
) {
  const needOf = ({ floor, before }: BoundedUnit) => positive((floor ?? before) - before);
  const excessOf = ({ cap, before }: BoundedUnit) => positive(before - (cap ?? before));
  const needs = units.reduce((sum, unit) => sum + needOf(unit), 0n);
  const excess = units.reduce((sum, unit) => sum + excessOf(unit), 0n);
  const isShort = excess < needs;
  if (isShort && stage.shortfall === "refuse") {
    const facts = {
      ...{ stage: stage.id, group: key.name, limit: "cap" },
      ...{ envelope: formatTenge(tiyn(needs)), bound: formatTenge(tiyn(excess)) },
    };
    reportAtStage(
      (place) => issue("fit-infeasible", place, facts),
      "cap",
      stage,
      context,
      key.name,
    );
  }
  const taken = isShort ? excess : needs;
  const paid = isShort && stage.shortfall === "scale" ? excess : needs;
  const cuts = share(taken, units, excessOf);
  const rises = share(paid, units, needOf);
  const payer = paid > taken ? (taken > 0n ? "cap+envelope" : "envelope") : "cap";
  const items = units.flatMap((unit) => {
    const change = (rises.get(unit.name) ?? 0n) - (cuts.get(unit.name) ?? 0n);
    const figures: ItemFigures = {
      ...(unit.floor === undefined ? {} : { floor: tenge(unit.floor) }),
      ...(unit.cap === undefined ? {} : { cap: tenge(unit.cap) }),
    };
    return settle(
      unit,
      tiyn(unit.before + change),
      change < 0n ? "floor" : payer,
      key.name,
      figures,
    );
  });
  const figures = { needs: tenge(needs), excess: tenge(excess), taken: tenge(taken) };
  return { items, group: groupFigure(key, items, 0n, figures) };
}

function share(
  total: bigint,
  units: readonly BoundedUnit[],
  weightOf: (unit: BoundedUnit) => bigint,
): ReadonlyMap<string, bigint> {
  return apportion(
    total,
    units.map((unit) => ({ id: unit.name, weight: ratioOf(weightOf(unit)) })),
  );
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function unitsOf(stage: BoundStage | FloorAndCapStage, context: StageContext): readonly Unit[] {
  const items = itemsOf(stage.lines, stage.when, stage, context);
  if (stage.per === "line") return items.map((item) => ({ ...item, parts: [item] }));
  const organisations = new Map<string, StageItem[]>();
  for (const item of items) {
    const known = organisations.get(item.organisationId);
    if (known === undefined) organisations.set(item.organisationId, [item]);
    else known.push(item);
  }
  return [...organisations.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const before = tiyn(parts.reduce((sum, part) => sum + part.before, 0n));
    return [{ ...first, before, parts }];
  });
}

/** The parts of a unit with its change among them in proportion to what they were. */
function settle(
  { parts, before }: Unit,
  after: Tiyn,
  payer: Payer,
  group: string,
  figures: ItemFigures,
): readonly StagedItem[] {
  const staged = (part: StageItem, change: bigint): StagedItem => ({
    organisationId: part.organisationId,
    line: part.definition.id,
    before: part.before,
    after: tiyn(part.before + change),
    payer,
    group,
    figures,
  });
  const change = after - before;
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return [staged(only, change)];
  const hasWeights = parts.every((part) => part.before >= 0n) && before > 0n;
  const changes = apportion(
    change,
    parts.map((part) => ({ id: part.name, weight: hasWeights ? ratioOf(part.before) : ONE })),
  );
  return parts.map((part) => staged(part, changes.get(part.name) ?? 0n));
}
