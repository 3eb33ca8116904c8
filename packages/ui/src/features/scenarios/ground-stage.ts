/** How far the ground of a weak value has come. */
import type { GroundedValue } from "@zhanbasy/api/contract";

/** Nothing entered; entered and not confirmed; confirmed by a second person. */
export const GROUND_STAGES = ["bare", "awaiting", "confirmed"] as const;

/** How far it has come. */
export type GroundStage = (typeof GROUND_STAGES)[number];

/** The stage of a value. */
export function stageOf({ ground }: Pick<GroundedValue, "ground">): GroundStage {
  if (ground === null) return "bare";
  return ground.confirmedBy === null ? "awaiting" : "confirmed";
}
