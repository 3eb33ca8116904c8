/**
 * What of the law applies on one side of a count and not on the other: a branch, a case, a step of
 * a table, the argument that is the greatest, a line, what a stage does to it.
 */
import type { AppliedRules, Choice, LinePresence, TraceNode } from "../calculation/index.ts";
import {
  type CallNode,
  type Expression,
  type LineDefinition,
  printExpression,
  type Stage,
  type TableNode,
} from "../methodology/index.ts";
import type { OwnedNode, RuleOwner } from "./cliff-owners.ts";
import type { CellKey } from "./marginal-cells.ts";

/** What chooses: a condition, cases, a table, a function, a count of what holds. */
export type ChoiceKind =
  | Exclude<CallNode["name"], "months_since">
  | TableNode["name"]
  | "if"
  | "cases"
  | "count_if"
  | "count";

/** Another choice at one place of a text. */
export type ChangedChoice = {
  readonly kind: "choice";
  readonly choice: ChoiceKind;
  readonly owner: RuleOwner;
  /** The characters of the owner's text. */
  readonly span: Expression["span"];
  /** As written. */
  readonly expression: string;
  /**
   * What was chosen, as written: a branch, the name of a case, an argument, the beginning of a
   * step; a piece `0.1…0.4` of a line, a sign, the whole number that was reached, or whether a
   * condition held.
   */
  readonly from: string;
  readonly to: string;
  /** The codes for which it became another: months, levels; one empty key where none is bound. */
  readonly keys: readonly CellKey[];
};

/** A line that appears or goes. */
export type ChangedPresence = {
  readonly kind: "line";
  readonly line: LineDefinition;
  readonly from: LinePresence;
  readonly to: LinePresence;
};

/** A stage that begins or ceases to bind a line, by the sentences of its trace. */
export type ChangedStage = {
  readonly kind: "stage";
  readonly stage: Stage;
  readonly line: LineDefinition;
  readonly from: readonly StageSaying[];
  readonly to: readonly StageSaying[];
};

export type ChangedRule = ChangedChoice | ChangedPresence | ChangedStage;
export type StageSaying = TraceNode["sentences"][number]["code"];

/** A rule as it applied at one count; rules of one name are compared. */
export type NamedRule = {
  /** Several where more than one comes to the same. */
  readonly options: readonly string[];
  /** A rule of steps: it is no threshold where every count has another one. */
  readonly isRounding: boolean;
  readonly tell: (from: string, to: string) => ChangedRule;
};

/** Rules by name, unchanged from count to count where they share an option. */
export function namedRules(
  { choices, lines, stages }: AppliedRules,
  owners: ReadonlyMap<Expression, OwnedNode>,
): ReadonlyMap<string, NamedRule> {
  const found = new Map<string, NamedRule>();
  for (const choice of choices) {
    const owned = owners.get(choice.node);
    const kind = kindOf(choice.node);
    if (owned === undefined || kind === undefined) continue;
    const bound = choice.bound.map(({ dimension, code }) => `${dimension}=${code}`);
    found.set(`${owned.number}|${bound.join("|")}`, {
      options: choice.options,
      isRounding: kind === "floor" || kind === "ceil",
      tell: (from, to) => tellChoice(kind, choice, owned, from, to),
    });
  }
  for (const { line, presence } of lines) {
    found.set(`line|${line.id}`, {
      ...{ options: [presence], isRounding: false },
      tell: (from, to) => ({ kind: "line", line, from: asPresence(from), to: asPresence(to) }),
    });
  }
  for (const { stage, line, said } of stages) {
    found.set(`stage|${stage.id}|${line.id}`, {
      ...{ options: [bindingOf(stage, said).join(",")], isRounding: false },
      tell: (from, to) => ({ kind: "stage", stage, line, from: sayings(from), to: sayings(to) }),
    });
  }
  return found;
}

function kindOf(node: Expression): ChoiceKind | undefined {
  switch (node.kind) {
    case "if":
    case "cases":
    case "count":
      return node.kind;
    case "count-if":
      return "count_if";
    case "table":
      return node.name;
    case "call":
      return node.name === "months_since" ? undefined : node.name;
    case "number":
    case "text":
    case "truth":
    case "name":
    case "negate":
    case "not":
    case "binary":
    case "round":
    case "has":
    case "includes":
    case "sum":
    case "total":
      return undefined;
  }
}

function tellChoice(
  choice: ChoiceKind,
  { node, bound }: Choice,
  { owner }: OwnedNode,
  from: string,
  to: string,
): ChangedChoice {
  return {
    ...{ kind: "choice", choice, owner, span: node.span },
    expression: printExpression(node),
    from: optionText(node, from),
    to: optionText(node, to),
    keys: [bound],
  };
}

/** What an option is called in the text of the law. */
function optionText(node: Expression, option: string): string {
  if (node.kind === "if") {
    return printExpression(option === "then" ? node.then : node.otherwise);
  }
  const isArgument = node.kind === "call" && ["min", "max", "clamp"].includes(node.name);
  const argument = isArgument ? node.arguments[Number(option)] : undefined;
  return argument === undefined ? option : printExpression(argument);
}

function asPresence(text: string): LinePresence {
  return text === "there" || text === "refused" ? text : "uncounted";
}

/** Sentences that say whether a stage binds, those alike under one code. */
const BINDING: Readonly<Partial<Record<StageSaying, StageSaying>>> = {
  ...sameAs("stage-off", "stage-condition", "stage-no-line", "stage-passed", "stage-no-baseline"),
  ...sameAs("floor-raised", "floor-kept", "cap-cut", "cap-kept"),
  ...sameAs("bounds-raised", "bounds-scaled", "bounds-cut", "bounds-kept"),
  ...sameAs("pool-given", "pool-counted", "pool-no-weight", "pool-share"),
  ...sameAs("fill-taken", "fill-full", "fill-not-reached"),
  ...sameAs("fit-factor", "fit-kept", "fit-floor", "fit-ceiling", "fit-debt"),
  ...{ "pool-given-part": "pool-given", "pool-rounded-share": "pool-share" },
  "fit-bounded": "fit-factor",
};

function sameAs(...codes: readonly StageSaying[]) {
  return Object.fromEntries(codes.map((code) => [code, code]));
}

function bindingOf(stage: Stage, said: readonly StageSaying[]): readonly StageSaying[] {
  // Where a fit goes both ways, an envelope that is just met is one of the factors.
  const isBothWays = stage.kind === "fit" && stage.direction === "both";
  const binding = said.flatMap((code) => BINDING[code] ?? []);
  return [
    ...new Set(binding.map((code) => (isBothWays && code === "fit-kept" ? "fit-factor" : code))),
  ].sort();
}

function sayings(option: string): readonly StageSaying[] {
  return option === ""
    ? []
    : option.split(",").flatMap((code) => BINDING[code as StageSaying] ?? []);
}
