/**
 * What an evaluation carries along: the organisation at hand, what was read, what was found wrong.
 */
import type { Issue } from "../kernel/index.ts";
import type { ParameterValue, StageResult, TableValue, TotalNode } from "../methodology/index.ts";
import type { Ratio, Tiyn } from "../money/index.ts";
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

export type UsedTable = {
  readonly table: string;
  readonly key: string;
  readonly value: TableValue;
};

/** A sum or count over organisations: its value, and how many organisations it is made of. */
export type TotalFigure = { readonly value: Ratio; readonly members: number };

/** What an evaluation may ask of the whole run: other organisations, lines, stages, rates. */
export type RunFigures = {
  /** Values of formulas that stand on no organisation, by formula and arguments. */
  readonly shared: Map<string, Remembered>;
  /** Sums over organisations, by their place in the text, then by codes in scope and group. */
  readonly totals: Map<TotalNode, Map<string, TotalFigure>>;
  /** Every organisation of the register, each with what it remembers. */
  readonly states: readonly RunState[];
  /** The city, which has no organisation at hand. */
  readonly city: RunState;
  /** What a line of the organisation came to before any stage, in whole tiyn. */
  readonly lineAmount: (line: string, state: RunState) => Remembered;
  /** A result of a stage, for the line or the group that the codes name. */
  readonly stageFigure: (
    stage: string,
    result: StageResult,
    codes: readonly string[],
    state: RunState,
  ) => Remembered;
  readonly solvedRate: (rate: string) => Ratio;
  /** The line of an organisation where it was found otherwise: in columns, or before a change. */
  readonly columnFigure: (line: string, row: number) => LineFigure | undefined;
};

/** What a line of an organisation comes to by its formula. */
export type LineFigure = {
  /** Whether its condition holds. */
  readonly applies: boolean;
  /** Whether a counted cell reached it; without one the organisation has no such line. */
  readonly isCounted: boolean;
  readonly tenge: Ratio;
  readonly amount: Tiyn;
  readonly headcount: string | undefined;
};

export type RunState = {
  /** Absent where a register is read: its conditions ask attributes alone. */
  readonly run: RunFigures | undefined;
  organisation: Organisation | undefined;
  /** Its place among the organisations of the register; -1 where there is none. */
  readonly row: number;
  /** Codes of the months in which the organisation is open from the first to the last day. */
  openMonths: ReadonlySet<string>;
  cellsOf: (fact: string) => FactCells;
  /** Set when a counted cell is read; it is what makes a line exist. */
  isCounted: boolean;
  /** Values of the organisation's formulas, by formula and arguments. */
  remembered: Map<string, Remembered>;
  /** Lines of the organisation by their definition. */
  readonly lines: Map<string, LineFigure>;
  /** The case that was chosen, by the formula or line that names it. */
  readonly chosen: Map<string, string>;
  readonly used: Map<string, UsedParameter>;
  readonly usedTables: Map<string, UsedTable>;
  readonly issues: Map<string, Issue>;
};

export function createRunState(): RunState {
  return {
    run: undefined,
    organisation: undefined,
    row: -1,
    openMonths: new Set(),
    cellsOf: () => new Map(),
    isCounted: false,
    remembered: new Map(),
    lines: new Map(),
    chosen: new Map(),
    used: new Map(),
    usedTables: new Map(),
    issues: new Map(),
  };
}

/** Notes an issue once for each cause, however often the same value is asked for. */
export function reportOnce(state: RunState, found: Issue, ...cause: readonly string[]): void {
  const name = [found.code, ...(cause.length > 0 ? cause : Object.values(found.facts))].join("|");
  if (!state.issues.has(name)) state.issues.set(name, found);
}
