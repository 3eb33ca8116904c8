/**
 * What happens to lines after the formulas: protections, pools, fits and solved rates, as data.
 *
 * Stages run in their order. A stage sees the amounts that earlier stages left, in whole tiyn. Its
 * expressions are proved like formulas; those marked "of an organisation" may ask its attributes
 * and facts, those "of a group" have the dimensions of `by` in scope.
 */
import type { Label } from "../classification/index.ts";
import type { Place } from "../kernel/index.ts";
import type { RoundingMode, Unit } from "../money/index.ts";
import type { CalendarDate, Validity } from "../time/index.ts";
import type { Expression } from "./expression.ts";
import type { Provenance } from "./provision.ts";

/** Groups within which a stage acts: an organisation, a tier, a line, a programme, an attribute. */
export type StageBy = readonly string[];

type Common = Provenance & {
  readonly id: string;
  readonly label: Label;
  /** Stages run from the smallest number to the greatest; no two have the same. */
  readonly order: number;
  readonly validity: Validity;
  readonly knownFrom: CalendarDate;
  /** To what its effect is put down, where a document says it; see cause.ts. */
  readonly cause: string | undefined;
  /** A condition of the whole city; a stage that is off changes nothing. */
  readonly switch: Expression | undefined;
  readonly place: Place;
};

/** A stage that changes lines of the organisations for which `when` holds. */
type Changing = Common & {
  readonly lines: readonly string[];
  /** Of an organisation. */
  readonly when: Expression | undefined;
  /** How bounds, which are exact, become whole units. */
  readonly rounding: RoundingMode;
  /** Decimal places of the amounts that the stage gives: 2 is tiyn, 0 whole tenge. */
  readonly places: number;
};

/** Lines are raised to a floor or cut to a cap; the envelope pays or saves. */
export type BoundStage = Changing & {
  readonly kind: "floor" | "cap";
  /** Whether the bound is for each line by itself or for all lines of the organisation together. */
  readonly per: "line" | "organisation";
  /** Of an organisation, and of a line where `per` is line. */
  readonly bound: Expression;
};

/**
 * Caps pay for floors within each group: of what lies above the caps as much is taken as the floors
 * need.
 */
export type FloorAndCapStage = Changing & {
  readonly kind: "floor-and-cap";
  readonly per: "line" | "organisation";
  readonly by: StageBy;
  readonly floor: Expression;
  readonly cap: Expression;
  /** Who bears floors that all the caps together cannot pay: the envelope, or the floors. */
  readonly shortfall: "envelope" | "scale" | "refuse";
};

/** What is left after shares were rounded. */
export type LeftOver = "largest-remainder" | "leave" | "last";

/** Money collected from some organisations, or given, and shared among others by weight. */
export type PoolStage = Changing & {
  readonly kind: "pool";
  readonly by: StageBy;
  /** What each organisation gives, of an organisation; taken from its lines. */
  readonly collect: Expression | undefined;
  /** What the envelope gives, of a group. */
  readonly amount: Expression | undefined;
  /** Of an organisation; zero takes no part. */
  readonly weight: Expression;
  /** The line that receives. */
  readonly into: string;
  /** Decimal places of a share before it is multiplied; exact when absent. */
  readonly sharePlaces: number | undefined;
  readonly leftOver: LeftOver;
};

/** A category that takes a part of a change: down to its floor, up to its ceiling. */
export type FillCategory = {
  readonly line: string;
  /** Of an organisation; zero when absent. */
  readonly floor: Expression | undefined;
  /** Of an organisation; no end when absent. */
  readonly ceiling: Expression | undefined;
};

/** A change spread over categories in a fixed order: each is filled before the next is touched. */
export type FillStage = Changing & {
  readonly kind: "fill";
  readonly by: StageBy;
  /** Of a group; negative when it cuts. */
  readonly change: Expression;
  readonly categories: readonly FillCategory[];
  /** What happens to a rest that no category can take. */
  readonly leftOver: "refuse" | "leave" | "last";
};

/** Lines are scaled so that each group equals its envelope exactly. */
export type FitStage = Changing & {
  readonly kind: "fit";
  readonly by: StageBy;
  /** Of a group. */
  readonly envelope: Expression;
  readonly direction: "both" | "down" | "up";
  /** Of an organisation and a line; no line is scaled below or above them. */
  readonly floor: Expression | undefined;
  readonly ceiling: Expression | undefined;
  readonly leftOver: LeftOver;
  /** Estimates of the group stand in the envelope too, and are never scaled. */
  readonly countsEstimates: boolean;
};

/** A limit that changes nothing: its headroom or deficit is told. */
export type LimitStage = Common & {
  readonly kind: "limit";
  readonly lines: readonly string[];
  readonly by: StageBy;
  /** Of a group. */
  readonly envelope: Expression;
  readonly countsEstimates: boolean;
};

/** A rate that is found: the lever times its factor, rounded. */
export type SolvedRate = {
  readonly id: string;
  readonly label: Label;
  readonly unit: Unit;
  /** Of the city; one unit of the rate when absent. */
  readonly factor: Expression | undefined;
  readonly places: number;
  readonly rounding: RoundingMode;
};

/** Rates, tied by their factors to one lever, for which a total meets its target. */
export type SolveStage = Common & {
  readonly kind: "solve";
  readonly rates: readonly SolvedRate[];
  /** Of the city, all in one unit; `total` stands on the rates, `target` does not. */
  readonly total: Expression;
  readonly target: Expression;
  readonly tolerance: Expression | undefined;
  /** Bounds of the lever, bare numbers as written. */
  readonly least: string;
  readonly greatest: string;
  /** Decimal places of the lever. */
  readonly places: number;
  /** The nearest total on either side, or the nearest that does not pass the target. */
  readonly approach: "nearest" | "not-above";
};

export type LineStage = BoundStage | FloorAndCapStage | PoolStage | FillStage | FitStage;
export type Stage = LineStage | LimitStage | SolveStage;

/** What a formula may ask of a stage that changes lines. */
export type StageResult = "before" | "after" | "change" | "pool" | "left";

/** The code list of the methodology's lines, by which results of stages are asked. */
export const LINE_DIMENSION = "line";
/** The code list of budget codes, by which a stage may form groups. */
export const BUDGET_CODE_DIMENSION = "budget_code";
/** Groups of lines, whatever attributes of organisations are called; the others are attributes. */
export const LINE_GROUPS: readonly string[] = ["tier", LINE_DIMENSION, BUDGET_CODE_DIMENSION];
/** The group of one organisation. */
export const ORGANISATION_GROUP = "organisation";

/** What says which lines a stage touches: a stage, or its document. */
type Touching =
  | {
      readonly kind: "floor" | "cap" | "floor-and-cap" | "fit" | "limit";
      readonly lines: readonly string[];
    }
  | { readonly kind: "pool"; readonly lines?: readonly string[] | undefined; readonly into: string }
  | {
      readonly kind: "fill";
      readonly lines?: readonly string[] | undefined;
      readonly categories: readonly { readonly line: string }[];
    }
  | { readonly kind: "solve" };

/** The lines whose amounts the stage reads or changes, in the order of the document. */
export function linesOfStage(stage: Touching): readonly string[] {
  switch (stage.kind) {
    case "solve":
      return [];
    case "pool":
      return [...new Set([...(stage.lines ?? []), stage.into])];
    case "fill":
      return [...new Set([...(stage.lines ?? []), ...stage.categories.map(({ line }) => line)])];
    case "floor":
    case "cap":
    case "floor-and-cap":
    case "fit":
    case "limit":
      return [...new Set(stage.lines)];
  }
}
