/** Floors, caps, and caps that pay for floors, explained. */
import { invariant } from "../kernel/index.ts";
import type { BoundStage, FloorAndCapStage } from "../methodology/index.ts";
import {
  divideRatios,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  type Tiyn,
  tiyn,
  ZERO,
} from "../money/index.ts";
import {
  groupOfDesk,
  inTiyn,
  moneyValue,
  type StageDesk,
  type Told,
} from "./explain-stage-desk.ts";
import { boundCodesOf, explainPart, isApportioned } from "./explain-stage-part.ts";
import type { StagedItem } from "./stages/outcome.ts";
import { sentence, type TraceNode, type TraceSentence } from "./trace.ts";

/** The bound, and whether it holds the line. */
export function explainBound(stage: BoundStage, desk: StageDesk): Told {
  const unit = unitOf(stage, desk);
  const bound = boundPart("bound", stage, desk);
  if (bound === undefined) return notBound(desk, [sentence("stage-no-baseline")]);
  const isFloor = stage.kind === "floor";
  const { whole, traced } = bound;
  const isHeld = isFloor ? whole > unit.before : whole < unit.before;
  const after = isHeld ? whole : unit.before;
  const change = after - unit.before;
  const facts = {
    bound: moneyValue(whole, desk),
    change: moneyValue(change < 0n ? -change : change, desk),
  };
  const held = isFloor ? "floor-raised" : "cap-cut";
  const kept = isFloor ? "floor-kept" : "cap-kept";
  return {
    after: partAfter(unit, change, desk),
    sentences: [sentence(isHeld ? held : kept, facts), ...together(unit, change, desk)],
    inputs: [traced],
  };
}

/** Needs and excesses of the group, and what of them fell to the line. */
export function explainFloorAndCap(stage: FloorAndCapStage, desk: StageDesk): Told {
  const unit = unitOf(stage, desk);
  const floor = boundPart("floor", stage, desk);
  const cap = boundPart("cap", stage, desk);
  const inputs = [floor, cap].flatMap((part) => (part === undefined ? [] : [part.traced]));
  const none = floor === undefined && cap === undefined;
  if (none) return notBound(desk, [sentence("stage-no-baseline")]);
  const need = positive((floor?.whole ?? unit.before) - unit.before);
  const excess = positive(unit.before - (cap?.whole ?? unit.before));
  const { change, said } = need > 0n ? rise(need, stage, desk, unit) : cut(excess, desk, unit);
  return {
    after: partAfter(unit, change, desk),
    sentences: [...said, ...together(unit, change, desk), groupSentence(desk)],
    inputs,
  };
}

type Settled = { readonly change: bigint; readonly said: readonly TraceSentence[] };

/** What the line needs up to its floor, all of it or as much as the caps paid. */
function rise(need: bigint, stage: FloorAndCapStage, desk: StageDesk, unit: Unit): Settled {
  const { figures } = groupOfDesk(desk);
  const [needs, taken] = [inTiyn(figures.needs), inTiyn(figures.taken)];
  const isScaled = taken < needs && stage.shortfall === "scale";
  const paid = isScaled ? taken : needs;
  assertShare(unit.change, paid, need, needs, desk);
  const facts = {
    floor: moneyValue(unit.before + need, desk),
    need: moneyValue(need, desk),
    change: moneyValue(unit.change, desk),
  };
  const payer =
    paid === taken
      ? "bounds-paid-by-caps"
      : taken > 0n
        ? "bounds-paid-by-both"
        : "bounds-paid-by-envelope";
  const code = isScaled ? "bounds-scaled" : "bounds-raised";
  return { change: unit.change, said: [sentence(code, facts), sentence(payer)] };
}

/** What of the line's excess was taken. */
function cut(excess: bigint, desk: StageDesk, unit: Unit): Settled {
  const { figures } = groupOfDesk(desk);
  if (excess === 0n) return { change: 0n, said: [sentence("bounds-kept")] };
  assertShare(-unit.change, inTiyn(figures.taken), excess, inTiyn(figures.excess), desk);
  const facts = {
    cap: moneyValue(unit.before - excess, desk),
    excess: moneyValue(excess, desk),
    change: moneyValue(-unit.change, desk),
  };
  return { change: unit.change, said: [sentence("bounds-cut", facts)] };
}

function groupSentence(desk: StageDesk): TraceSentence {
  const { figures } = groupOfDesk(desk);
  return sentence("bounds-group", {
    needs: moneyValue(inTiyn(figures.needs), desk),
    excess: moneyValue(inTiyn(figures.excess), desk),
    taken: moneyValue(inTiyn(figures.taken), desk),
  });
}

function assertShare(
  part: bigint,
  total: bigint,
  weight: bigint,
  weights: bigint,
  desk: StageDesk,
) {
  const quota = multiplyRatios(ratioOf(total), divideRatios(ratioOf(weight), ratioOf(weights)));
  invariant(isApportioned(part, quota), `explanation of a share at ${desk.outcome.stage.id}`);
}

/** The line by itself, or all lines of the organisation that the stage takes together. */
type Unit = {
  readonly parts: readonly StagedItem[];
  readonly before: bigint;
  readonly change: bigint;
};

function unitOf({ per }: Pick<BoundStage, "per">, { item, outcome }: StageDesk): Unit {
  const parts =
    per === "line"
      ? [item]
      : [...outcome.items.values()].filter(
          ({ organisationId }) => organisationId === item.organisationId,
        );
  const sum = (amountOf: (part: StagedItem) => bigint) =>
    parts.reduce((all, part) => all + amountOf(part), 0n);
  return {
    parts,
    before: sum(({ before }) => before),
    change: sum(({ before, after }) => after - before),
  };
}

function boundPart(
  id: "bound" | "floor" | "cap",
  stage: BoundStage | FloorAndCapStage,
  { line, scope, explainer }: StageDesk,
) {
  const codes = stage.per === "line" ? boundCodesOf(line, scope) : [];
  const expression = expressionOf(id, stage);
  if (expression === undefined) return undefined;
  const part = explainPart(id, expression, codes, stage, scope, explainer);
  return part.isThere ? part : undefined;
}

function expressionOf(id: "bound" | "floor" | "cap", stage: BoundStage | FloorAndCapStage) {
  if (stage.kind === "floor-and-cap") return id === "bound" ? undefined : stage[id];
  return stage.bound;
}

/** The line's part of what its organisation gained or lost, in proportion to what it was. */
function partAfter({ parts, before, change }: Unit, whole: bigint, desk: StageDesk): Tiyn {
  const { item, outcome } = desk;
  const name = `explanation of ${outcome.stage.id} ${item.organisationId}`;
  invariant(change === whole, name);
  if (parts.length === 1) return tiyn(item.before + whole);
  const hasWeights = parts.every((part) => part.before >= 0n) && before > 0n;
  const weight: Ratio = hasWeights ? ratioOf(item.before) : ONE;
  const weights = hasWeights ? ratioOf(before) : ratioOf(BigInt(parts.length));
  const quota = multiplyRatios(ratioOf(whole), divideRatios(weight, weights));
  const own = item.after - item.before;
  invariant(isApportioned(whole === 0n ? 0n : own, whole === 0n ? ZERO : quota), name);
  return item.after;
}

function together({ parts, before, change }: Unit, whole: bigint, desk: StageDesk) {
  if (parts.length === 1 || whole === 0n) return [];
  const facts = { before: moneyValue(before, desk), after: moneyValue(before + change, desk) };
  return [sentence("stage-together", facts)];
}

function notBound({ item }: StageDesk, sentences: readonly TraceSentence[]): Told {
  const inputs: readonly TraceNode[] = [];
  return { after: item.before, sentences, inputs };
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
