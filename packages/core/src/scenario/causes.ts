/**
 * To which cause a difference of each part of the inputs is put down.
 *
 * A definition that names a cause keeps it; the others have one by what they are. All else of the
 * law (formulas, lines, mappings, calendars, lists) is a matter of the rules.
 */
import type { Label } from "../classification/index.ts";
import {
  causesOf,
  type Fact,
  type KnownCause,
  type Methodology,
  type Parameter,
  ROUNDING_CAUSE,
  type Stage,
  type Table,
} from "../methodology/index.ts";
import { equalUnits, UNITLESS } from "../money/index.ts";

export const HEADCOUNTS: KnownCause = "headcounts";
export const RULES: KnownCause = "rules";
export const ESTIMATES: KnownCause = "estimates";

/** What a part of a difference is put down to. */
export type AttributedCause = {
  /** A code of the methodology's list `cause`, or one of those that are always known. */
  readonly cause: string;
  /** The one parameter whose values are meant, where a cause is split by parameters. */
  readonly parameter: string | undefined;
  /** What the methodology calls it; nothing where the program has the words. */
  readonly label: Label | undefined;
};

export function causeOfParameter({ cause, unit }: Pick<Parameter, "cause" | "unit">): string {
  const own: KnownCause = equalUnits(unit, UNITLESS) ? "coefficients" : "rates";
  return cause ?? own;
}

export function causeOfTable({ cause }: Pick<Table, "cause">): string {
  const own: KnownCause = "coefficients";
  return cause ?? own;
}

export function causeOfFact({ cause }: Pick<Fact, "cause">): string {
  return cause ?? HEADCOUNTS;
}

export function causeOfStage({ cause, kind }: Pick<Stage, "cause" | "kind">): string {
  const own: KnownCause = kind === "fit" || kind === "limit" ? "envelope" : "protections";
  return cause ?? own;
}

type Lists = Pick<Methodology, "codeLists">;

/** The order in which causes are told: as the later law lists them, then the earlier one. */
export function orderOfCauses(from: Lists, to: Lists): readonly string[] {
  return [...new Set([...causesOf(to.codeLists), ...causesOf(from.codeLists)])];
}

/** The cause with its name in either law. */
export function describeCause(cause: string, from: Lists, to: Lists): AttributedCause {
  const labelIn = ({ codeLists }: Lists) => codeLists.get("cause")?.codes.get(cause)?.label;
  return { cause, parameter: undefined, label: labelIn(to) ?? labelIn(from) };
}

/** What is left when each part was rounded. */
export function roundingCause(from: Lists, to: Lists): AttributedCause {
  return describeCause(ROUNDING_CAUSE, from, to);
}

/** The name by which a cause is told apart from the others of one attribution. */
export function keyOfCause({ cause, parameter }: AttributedCause): string {
  return parameter === undefined ? cause : `${cause}|${parameter}`;
}

/** What a refusal calls it: the code of the cause, or the parameter. */
export function nameOfCause({ cause, parameter }: AttributedCause): string {
  return parameter ?? cause;
}
