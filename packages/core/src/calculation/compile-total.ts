/** Sums and counts over organisations turned into functions; each is worked out once in a run. */
import { present } from "../kernel/index.ts";
import { groupDimension, type TotalNode } from "../methodology/index.ts";
import { addRatios, ONE, ZERO } from "../money/index.ts";
import type { Compiler, Layout, NumberCode } from "./code.ts";
import { readAttribute } from "./compile-name.ts";
import type { RunState, Slots, TotalFigure } from "./run-state.ts";

export function compileTotal(node: TotalNode, layout: Layout, compiler: Compiler): NumberCode {
  const term = compileTerm(node, layout, compiler);
  const groups = node.by.map((by) => groupOf(by, layout, compiler));
  return (slots, state) => {
    const figures = figuresOf(node, state);
    const bound = slots.slice(0, layout.size);
    const codes = groups.map(({ code }) => code(slots, state));
    const name = figureName(bound, codes);
    if (!figures.has(name)) addUp(node, term, groups, bound, codes, state);
    return (figures.get(name) ?? NOBODY).value;
  };
}

const NOBODY: TotalFigure = { value: ZERO, members: 0 };

/** The group of the expression at hand, by one of the names behind `by`. */
type Group = {
  readonly attribute: string;
  /** Whether a dimension in scope says which group is meant. */
  readonly isFixed: boolean;
  readonly code: (slots: Slots, state: RunState) => string;
};

function groupOf(by: string, { slots }: Layout, { plan }: Compiler): Group {
  const slot = slots.get(by) ?? slots.get(groupDimension(plan.methodology, by));
  const code =
    slot === undefined
      ? (_slots: Slots, state: RunState) => readAttribute(by, state)
      : (bound: Slots) => bound[slot] ?? "";
  return { attribute: by, isFixed: slot !== undefined, code };
}

/** The name under which a total is kept: the codes in scope, then those of the group. */
export function figureName(bound: readonly string[], group: readonly string[]): string {
  return [...bound, ...group].join("|");
}

function figuresOf(node: TotalNode, { run }: RunState): Map<string, TotalFigure> {
  const { totals } = present(run, "a total is asked in a run");
  const known = totals.get(node);
  if (known !== undefined) return known;
  const made = new Map<string, TotalFigure>();
  totals.set(node, made);
  return made;
}

/** One pass over the organisations gives all groups, or the one that is fixed. */
function addUp(
  node: TotalNode,
  term: NumberCode,
  groups: readonly Group[],
  bound: readonly string[],
  asked: readonly string[],
  state: RunState,
): void {
  const found = new Map<string, TotalFigure>();
  for (const member of present(state.run, "a total is asked in a run").states) {
    const codes = groups.map(({ attribute }) => member.organisation?.attributes.get(attribute));
    if (!isMember(groups, codes, asked)) continue;
    const name = figureName(
      bound,
      codes.map((code) => code ?? ""),
    );
    const sum = found.get(name) ?? NOBODY;
    // What others counted is no count of the organisation that asks.
    const wasCounted = member.isCounted;
    const value = term([...bound], member);
    member.isCounted = wasCounted;
    found.set(name, { value: addRatios(sum.value, value), members: sum.members + 1 });
  }
  const figures = figuresOf(node, state);
  for (const [name, figure] of found) figures.set(name, figure);
}

/** Whether the organisation has every group, and is in those that are fixed. */
function isMember(
  groups: readonly Group[],
  codes: readonly (string | undefined)[],
  asked: readonly string[],
): boolean {
  return groups.every(
    ({ isFixed }, place) =>
      codes[place] !== undefined && (!isFixed || codes[place] === asked[place]),
  );
}

function compileTerm(node: TotalNode, layout: Layout, compiler: Compiler): NumberCode {
  if (node.kind === "total") return compiler.number(node.body, layout);
  const condition = compiler.truth(node.body, layout);
  return (slots, state) => (condition(slots, state) ? ONE : ZERO);
}
