/** A fact that an expression stands on, as the cells of a sum need it; see fact-uses.ts. */
import type { Expression } from "../methodology/index.ts";

export type UseItem =
  /** Follows the dimension of the sum at this position. */
  | { readonly kind: "over"; readonly position: number }
  /** Has the code that the dimension has around the sum. */
  | { readonly kind: "outer"; readonly name: string }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "code"; readonly code: string }
  /** Runs by itself, in an inner sum. */
  | { readonly kind: "any" };

/** A condition on attributes that a use stands behind, and the attributes it asks for. */
export type Guard = {
  readonly condition: Expression;
  readonly holds: boolean;
  readonly attributes: readonly string[];
};
export type FactUse = {
  readonly fact: string;
  readonly items: readonly UseItem[];
  readonly guards: readonly Guard[];
  /** Asked of every organisation: it stands under a sum over them. */
  readonly isAcross?: true;
};
