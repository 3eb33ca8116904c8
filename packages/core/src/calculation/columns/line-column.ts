/** One line of the law for all organisations at once: amounts in whole tiyn, before any stage. */
import { present } from "../../kernel/index.ts";
import type { LineDefinition } from "../../methodology/index.ts";
import { type Tiyn, tiyn } from "../../money/index.ts";
import type { Binder } from "./binder.ts";
import type { Counted } from "./counted.ts";
import { type Domain, forgetWays, selectRows } from "./domain.ts";
import {
  countedAt,
  NO_TRUTH,
  type NumberInput,
  type NumberValues,
  numbersAt,
  TRUE,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { keepRoom, type Room } from "./number-operations.ts";
import { isComplete, type Numbers, toRatios, WHOLE_LIMIT } from "./numbers.ts";
import type { Question } from "./reached.ts";
import { roundNumbers } from "./round-numbers.ts";
import { OUTERMOST } from "./scope.ts";

/** What the line comes to, by the organisations to which it applies. */
export type LineValues = {
  /** The exact amounts in tenge. */
  readonly tenge: Numbers;
  readonly amounts: TiynColumn;
  /** The people it pays for, where it counts any. */
  readonly headcounts: Numbers | undefined;
  /** Who has the line: a count reached it, or it is there whenever it applies. */
  readonly exists: Counted;
};

/** Whole tiyn: in doubles up to 2^52, in BigInt where one is beyond. */
export type TiynColumn = Float64Array | readonly Tiyn[];

export type LineColumn = {
  readonly definition: LineDefinition;
  /** The numbers of the organisations to which it applies, ascending. */
  readonly organisations: Int32Array;
  /** The names of what it stands on. */
  readonly sources: ReadonlySet<string>;
  /** As things stand; nothing where some amount or headcount has no value. */
  readonly current: () => LineValues | undefined;
  /** Whether no change of a value changes to whom it applies. */
  readonly isStatic: boolean;
  /** Whether it still applies to the same organisations. */
  readonly isSettled: () => boolean;
  readonly questions: () => readonly Question[];
};

/** The line over all organisations; a `NotInColumns` where it asks what columns do not hold. */
export function bindLine(
  definition: LineDefinition,
  binder: Binder,
  shareDomain: (organisations: Int32Array) => Domain,
): LineColumn {
  const { everybody } = binder.register;
  const when = binder.truth(definition.when, OUTERMOST, everybody);
  const isStatic = when.figure.sources.size === 0;
  const truths = truthsAt(when);
  if (truths.includes(NO_TRUTH)) throw new NotInColumns(definition.id, !isStatic);
  const organisations = rowsWhere(truths);
  const domain = shareDomain(organisations);
  const amount = binder.number(definition.amount, OUTERMOST, domain);
  const people = definition.headcount && binder.number(definition.headcount, OUTERMOST, domain);
  const room = keepRoom();
  let known: Known | undefined;
  let complete: Numbers | undefined;
  const arePeopleThere = (headcounts: Numbers): boolean => {
    if (complete !== headcounts && isComplete(headcounts)) complete = headcounts;
    return complete === headcounts;
  };
  const current = (): LineValues | undefined => {
    const of = [amount.figure.current(), people?.figure.current()] as const;
    if (known?.of[0] !== of[0] || known.of[1] !== of[1]) {
      known = { of, values: workOut(amount, people, definition, room, arePeopleThere) };
    }
    return known.values;
  };
  const inputs = people === undefined ? [when, amount] : [when, amount, people];
  return {
    ...{ definition, organisations, current, isStatic },
    sources: new Set(inputs.flatMap(({ figure }) => [...figure.sources])),
    isSettled: () => isStatic || isSame(truths, truthsAt(when)),
    questions: () => questionsOf({ when, amount, people }, domain, everybody, current()),
  };
}

type Known = {
  readonly of: readonly [NumberValues, NumberValues | undefined];
  readonly values: LineValues | undefined;
};

function rowsWhere(truths: Uint8Array): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < truths.length; row += 1) if (truths[row] === TRUE) rows.push(row);
  return Int32Array.from(rows);
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left === right || left.every((each, row) => each === right[row]);
}

function workOut(
  amount: NumberInput,
  people: NumberInput | undefined,
  { rounding, exists }: LineDefinition,
  room: Room,
  arePeopleThere: (headcounts: Numbers) => boolean,
): LineValues | undefined {
  const tenge = numbersAt(amount);
  const rounded = roundNumbers(tenge, 2, rounding, room);
  const headcounts = people && numbersAt(people);
  if (!isComplete(rounded)) return undefined;
  if (headcounts !== undefined && !arePeopleThere(headcounts)) return undefined;
  return {
    ...{ tenge, headcounts },
    amounts: inTiyn(rounded),
    exists: exists === "when" ? true : countedAt(amount)(),
  };
}

/** Amounts that have whole tiyn, in them. */
function inTiyn(tenge: Numbers): TiynColumn {
  if (tenge.kind === "whole" && 100 % tenge.denominator === 0) {
    const factor = 100 / tenge.denominator;
    if (factor === 1) return tenge.values;
    if (tenge.bound * factor <= WHOLE_LIMIT) return tenge.values.map((value) => value * factor);
  }
  return toRatios(tenge).map((value) => {
    const { numerator, denominator } = present(value, "an amount is there");
    return tiyn((numerator * 100n) / denominator);
  });
}

/** The amount of one row. */
export function tiynAt(amounts: TiynColumn, row: number): Tiyn {
  const amount = present(amounts[row], "an amount is there");
  return typeof amount === "bigint" ? amount : tiyn(BigInt(amount));
}

/** Whether the organisation of a row has the line. */
export function existsAt(exists: Counted, row: number): boolean {
  return typeof exists === "boolean" ? exists : exists[row] === 1;
}

function questionsOf(
  inputs: {
    readonly when: TruthInput;
    readonly amount: NumberInput;
    readonly people: NumberInput | undefined;
  },
  domain: Domain,
  everybody: Domain,
  values: LineValues | undefined,
): readonly Question[] {
  const { when, amount, people } = inputs;
  const exists = values?.exists ?? false;
  const counted = typeof exists === "boolean" ? undefined : exists;
  const ask = (input: NumberInput | TruthInput, size: number, rows?: Uint8Array): Question => ({
    ...{ figure: input.figure, index: input.index, size, rows },
  });
  return [
    ask(when, everybody.size),
    ask(amount, domain.size),
    ...(people === undefined || exists === false ? [] : [ask(people, domain.size, counted)]),
  ];
}

/** Domains of the same organisations are one, so that lines share what they have in common. */
export function createDomainSharing(everybody: Domain): DomainSharing {
  const known: { readonly organisations: Int32Array; readonly domain: Domain }[] = [];
  const share = (organisations: Int32Array): Domain => {
    if (organisations.length === everybody.size) return everybody;
    const found = known.find(
      (each) =>
        each.organisations.length === organisations.length &&
        each.organisations.every((row, place) => row === organisations[place]),
    );
    if (found !== undefined) return found.domain;
    const domain = selectRows(everybody, organisations);
    known.push({ organisations, domain });
    return domain;
  };
  const forget = (): void => {
    for (const domain of [everybody, ...known.map((each) => each.domain)]) forgetWays(domain);
  };
  return { share, forget };
}

/** Rows of lines, and how to let go of what was found from them. */
export type DomainSharing = {
  readonly share: (organisations: Int32Array) => Domain;
  readonly forget: () => void;
};
