/**
 * What an evaluation carries along: the organisation at hand, what was read, what was found wrong.
 */
import type { Issue } from "../kernel/index.ts";
import type { ParameterValue } from "../methodology/index.ts";
import type { Ratio } from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import type { FactCells } from "./fact-table.ts";

/** Codes of the dimensions in scope, by slot. */
export type Slots = string[];

export type Value = Ratio | boolean;

/** A formula's value and whether a counted cell reached it. */
export type Remembered = { readonly value: Value; readonly isCounted: boolean };

export type UsedParameter = {
  readonly parameter: string;
  readonly key: string;
  readonly value: ParameterValue;
};

export type RunState = {
  organisation: Organisation | undefined;
  /** Codes of the months in which the organisation is open from the first to the last day. */
  openMonths: ReadonlySet<string>;
  cellsOf: (fact: string) => FactCells;
  /** Set when a counted cell is read; it is what makes a line exist. */
  isCounted: boolean;
  /** Values of the organisation's formulas, by formula and arguments. */
  remembered: Map<string, Remembered>;
  readonly used: Map<string, UsedParameter>;
  readonly issues: Map<string, Issue>;
};

export function createRunState(): RunState {
  return {
    organisation: undefined,
    openMonths: new Set(),
    cellsOf: () => new Map(),
    isCounted: false,
    remembered: new Map(),
    used: new Map(),
    issues: new Map(),
  };
}

/** Notes an issue once for each cause, however often the same value is asked for. */
export function reportOnce(state: RunState, found: Issue, ...cause: readonly string[]): void {
  const name = [found.code, ...(cause.length > 0 ? cause : Object.values(found.facts))].join("|");
  if (!state.issues.has(name)) state.issues.set(name, found);
}
