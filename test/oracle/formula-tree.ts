/** What a formula says, as the oracle's own reader understands it. */
import type { Fraction } from "./fraction.ts";

/** A name with its index, as written. */
export type Mention = { readonly kind: "name"; readonly name: string; readonly index: Index };

/** A code in quotes. */
export type Quoted = { readonly kind: "text"; readonly text: string };

export type Index = readonly (Mention | Quoted)[];

export type Case = { readonly when: Tree; readonly then: Tree };

export type Tree =
  | Mention
  | Quoted
  | { readonly kind: "number"; readonly value: Fraction }
  | { readonly kind: "truth"; readonly value: boolean }
  /** `+ - * /`, comparisons, `and`, `or`. */
  | {
      readonly kind: "sign";
      readonly sign: string;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: "not"; readonly part: Tree }
  /** Also `if`: one case and what holds otherwise. */
  | { readonly kind: "cases"; readonly cases: readonly Case[]; readonly otherwise: Tree }
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly Tree[] }
  | {
      readonly kind: "round";
      readonly part: Tree;
      readonly places: number;
      readonly mode: string;
    }
  | {
      readonly kind: "points";
      readonly how: string;
      readonly part: Tree;
      readonly table: Mention;
    }
  | { readonly kind: "has"; readonly fact: Mention }
  | { readonly kind: "includes"; readonly attribute: string; readonly code: string }
  | { readonly kind: "months"; readonly date: Tree }
  /** `sum` and `count_if`, over the cells of an organisation. */
  | {
      readonly kind: "sum";
      readonly how: string;
      readonly over: readonly string[];
      readonly body: Tree;
    }
  /** `total` and `count`, over organisations. */
  | {
      readonly kind: "total";
      readonly how: string;
      readonly by: readonly string[];
      readonly body: Tree;
    };

/** The parts right below a node, in the order they are written. */
export function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case "number":
    case "truth":
    case "text":
    case "includes":
      return [];
    case "name":
      return tree.index;
    case "has":
      return [tree.fact];
    case "sign":
      return [tree.left, tree.right];
    case "not":
    case "round":
      return [tree.part];
    case "points":
      return [tree.part, tree.table];
    case "cases":
      return [...tree.cases.flatMap(({ when, then }) => [when, then]), tree.otherwise];
    case "call":
      return tree.parts;
    case "months":
      return [tree.date];
    case "sum":
    case "total":
      return [tree.body];
  }
}
