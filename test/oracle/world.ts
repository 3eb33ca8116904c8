/** What a figure of the oracle may ask of the others: one city under one law. */
import type { Estimate, Organisation } from "./city.ts";
import type { Value } from "./formula-values.ts";
import type { Fraction } from "./fraction.ts";
import type { Law } from "./law.ts";
import type { StageDocument } from "./law-documents.ts";

/** The codes of the dimensions in scope. */
export type Scope = ReadonlyMap<string, string>;

/** Where an expression is asked for a value. */
export type Place = {
  readonly organisation: Organisation | undefined;
  readonly scope: Scope;
  /** Whether parameters are read on the first day of the month in scope. */
  readonly isMonthly: boolean;
  /** Whether a counted cell of the organisation itself was met on the way. */
  readonly met: { isCounted: boolean };
};

/** A line of an organisation before any stage. */
export type LineFigure = {
  readonly applies: boolean;
  readonly isCounted: boolean;
  /** In tenge, before it is rounded. */
  readonly exact: Fraction;
  readonly tiyn: bigint;
};

/** What a stage made of a line, in tiyn. */
export type Move = {
  readonly organisation: string;
  readonly line: string;
  readonly group: string;
  readonly before: bigint;
  readonly after: bigint;
};

/** What a group had to share, and what of it nobody received. */
export type GroupResult = { readonly pool: bigint; readonly left: bigint };

export type Outcome = {
  /** By organisation and line, see `moveName`. */
  readonly moves: ReadonlyMap<string, Move>;
  /** By the codes of the group. */
  readonly groups: ReadonlyMap<string, GroupResult>;
};

export type World = {
  readonly law: Law;
  /** By id. */
  readonly organisations: readonly Organisation[];
  readonly estimates: readonly Estimate[];
  readonly lineOf: (line: string, organisation: Organisation) => LineFigure;
  /** The line as the stages before this order leave it; nothing where there is none. */
  readonly amountBefore: (
    order: number,
    line: string,
    organisation: Organisation,
  ) => bigint | undefined;
  readonly outcomeOf: (stage: StageDocument) => Outcome;
  readonly rateOf: (rate: string) => Fraction;
  /** The same city at other rates. */
  readonly atRates: (rates: ReadonlyMap<string, Fraction>) => World;
  /** Values of formulas and of sums over organisations, by what they were asked for. */
  readonly known: Map<string, { readonly value: Value; readonly isCounted: boolean }>;
};

export function moveName(organisation: string, line: string): string {
  return `${organisation}|${line}`;
}

export const NOWHERE: Scope = new Map();

/** An expression of an organisation, or of the city where there is none. */
export function placeOf(organisation: Organisation | undefined, scope = NOWHERE): Place {
  return { organisation, scope, isMonthly: false, met: { isCounted: false } };
}
