/**
 * What a stage did: to each line it saw, and within each group in which it acted.
 *
 * Amounts are whole tiyn. What the organisations of a group gained is what the envelope gave it
 * less what was left.
 */
import type { Stage } from "../../methodology/index.ts";
import { type Ratio, ratioOf, type Tiyn, tiyn } from "../../money/index.ts";

/** Who pays for a rise, or to whom a cut goes. */
export type Payer = "envelope" | "cap" | "cap+envelope" | "floor" | "pool";

/** What decided a line's amount: bounds and weights of its own. */
export type ItemFigures = {
  readonly [Name in "floor" | "cap" | "weight" | "share" | "collected" | "received"]?: Ratio;
};

export type StagedItem = {
  readonly organisationId: string;
  /** The definition of the line. */
  readonly line: string;
  readonly before: Tiyn;
  readonly after: Tiyn;
  readonly payer: Payer;
  /** The group it belongs to; empty text where the whole city is one. */
  readonly group: string;
  readonly figures: ItemFigures;
};

/** What holds for a whole group. */
export type GroupFigures = {
  readonly [Name in
    | "before"
    | "after"
    | "envelope"
    | "estimates"
    | "needs"
    | "excess"
    | "taken"
    | "collected"
    | "granted"
    | "pool"
    | "weights"
    | "change"]?: Ratio;
};

export type StageGroup = {
  readonly name: string;
  /** The codes of the dimensions by which groups are formed. */
  readonly codes: readonly string[];
  /** Lines that took part. */
  readonly members: number;
  /** What the envelope gave; negative where it saved. */
  readonly given: Tiyn;
  /** What nobody received. */
  readonly left: Tiyn;
  readonly figures: GroupFigures;
};

export type StageOutcome = {
  readonly stage: Stage;
  /** Whether its switch was on. */
  readonly isOn: boolean;
  /** By organisation and line, see `itemName`. */
  readonly items: ReadonlyMap<string, StagedItem>;
  readonly groups: ReadonlyMap<string, StageGroup>;
};

/** Sorts before every letter, so that names sort by organisation, then by line. */
const SEPARATOR = "\u0001";

/** The name of a line of an organisation among the items of a stage. */
export function itemName(organisationId: string, line: string): string {
  return organisationId + SEPARATOR + line;
}

/** The outcome of a stage that changes nothing. */
export function nothingDone(stage: Stage, isOn: boolean): StageOutcome {
  return { stage, isOn, items: new Map(), groups: new Map() };
}

/** A group with what its members had and have. */
export function groupFigure(
  { name, codes }: Pick<StageGroup, "name" | "codes">,
  items: readonly StagedItem[],
  left: bigint,
  figures: StageGroup["figures"],
): StageGroup {
  const before = items.reduce((sum, item) => sum + item.before, 0n);
  const after = items.reduce((sum, item) => sum + item.after, 0n);
  return {
    ...{ name, codes, members: items.length },
    given: tiyn(after - before + left),
    left: tiyn(left),
    figures: { before: tenge(before), after: tenge(after), ...figures },
  };
}

/** Tiyn as tenge, which is what figures are told in. */
export function tenge(amount: bigint) {
  return ratioOf(amount, 100n);
}

/** The outcome of a stage that is on. */
export function stageOutcome(
  stage: StageOutcome["stage"],
  items: readonly StagedItem[],
  groups: readonly StageGroup[],
): StageOutcome {
  return {
    stage,
    isOn: true,
    items: new Map(items.map((item) => [itemName(item.organisationId, item.line), item])),
    groups: new Map(groups.map((group) => [group.name, group])),
  };
}
