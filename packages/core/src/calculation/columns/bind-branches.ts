/**
 * Branches as figures: the first whose condition holds gives the value of a row.
 *
 * A condition that no change of a value touches parts the rows once and for all, and each branch is
 * worked out for its own rows alone. Otherwise every branch has a value for every row, of which one
 * is taken; what a row does not take cannot be at fault for it.
 */
import type { Expression } from "../../methodology/index.ts";
import type { Binder } from "./binder.ts";
import { chooseNumbers, scatterNumbers } from "./choose-numbers.ts";
import {
  anyCounted,
  type Counted,
  type CountedRows,
  countedWhere,
  keepLast,
  nobody,
  once,
  shorten,
} from "./counted.ts";
import { type Domain, selectRows } from "./domain.ts";
import {
  countedAt,
  createFigure,
  FALSE,
  type NumberFigure,
  type NumberInput,
  numbersAt,
  reachInput,
  reachInputWhere,
  sourcesOf,
  TRUE,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import type { Scope } from "./scope.ts";

/** The place of a branch, and what stands for none, fit into a byte. */
const MOST_BRANCHES = 250;

type Branch = { readonly when: Expression; readonly then: Expression };

export function bindBranches(
  branches: readonly Branch[],
  otherwise: Expression,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  if (branches.length > MOST_BRANCHES) throw new NotInColumns("more branches than a byte counts");
  const conditions = branches.map(({ when }) => binder.truth(when, scope, domain));
  const values = [...branches.map(({ then }) => then), otherwise];
  if (conditions.every(({ figure }) => figure.sources.size === 0)) {
    return partRows(turnsOf(conditions, domain.size), values, scope, domain, binder);
  }
  const inputs = values.map((value) => binder.number(value, scope, domain));
  return chooseByRow(conditions, inputs, domain, binder);
}

/** For each row the place of the branch it takes; one past the last where there is no answer. */
function turnsOf(conditions: readonly TruthInput[], size: number): Uint8Array {
  const last = conditions.length;
  const turns = new Uint8Array(size).fill(last);
  for (let place = last - 1; place >= 0; place -= 1) {
    const condition = conditions[place];
    if (condition === undefined) continue;
    const truths = truthsAt(condition);
    for (let row = 0; row < size; row += 1) {
      const truth = truths[row];
      if (truth !== FALSE) turns[row] = truth === TRUE ? place : last + 1;
    }
  }
  return turns;
}

function partRows(
  turns: Uint8Array,
  values: readonly Expression[],
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const parts = values.flatMap((value, place) => {
    const rows = rowsAt(turns, place);
    if (rows.length === 0) return [];
    const isWhole = rows.length === domain.size;
    const own = isWhole ? domain : selectRows(domain, rows);
    return [{ rows, input: binder.number(value, scope, own) }];
  });
  const inputs = parts.map(({ input }) => input);
  const { size } = domain;
  const last = keepLast<Counted>();
  const compute = () => ({
    numbers: scatterNumbers(
      parts.map(({ rows, input }) => ({ rows, numbers: numbersAt(input) })),
      size,
    ),
    counted: scatterCounted(
      parts.map(({ rows, input }) => ({ rows, counted: countedAt(input) })),
      size,
      last,
    ),
  });
  const reaches = parts.map(({ rows, input }) => {
    const { figure, spread } = reachInput(input);
    const within = (asked: Uint8Array) => Uint8Array.from(rows, (row) => asked[row] as number);
    return {
      figure,
      spread: (asked: Uint8Array, marks: Uint8Array) => spread(within(asked), marks),
    };
  });
  return createFigure(domain, { sources: sourcesOf(inputs), reaches, compute }, binder.figures);
}

function rowsAt(turns: Uint8Array, place: number): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < turns.length; row += 1) if (turns[row] === place) rows.push(row);
  return Int32Array.from(rows);
}

function scatterCounted(
  parts: readonly { readonly rows: Int32Array; readonly counted: CountedRows }[],
  size: number,
  last: ReturnType<typeof keepLast<Counted>>,
): CountedRows {
  if (parts.every(({ counted }) => counted === nobody)) return nobody;
  return once(() => {
    const found = parts.map(({ counted }) => counted());
    return last(found, () => {
      const marks = new Uint8Array(size);
      for (const [part, { rows }] of parts.entries()) {
        const own = found[part] ?? false;
        rows.forEach((row, place) => {
          marks[row] = typeof own === "boolean" ? (own ? 1 : 0) : (own[place] as number);
        });
      }
      return shorten(marks);
    });
  });
}

/** The value of the first branch whose condition holds, or the last value. */
export function chooseByRow(
  conditions: readonly TruthInput[],
  values: readonly NumberInput[],
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { size } = domain;
  const turns = () => turnsOf(conditions, size);
  const last = keepLast<Counted>();
  const compute = () => {
    const taken = turns();
    const counted = anyCounted(
      [
        ...conditions.map((each, place) => countedFrom(countedAt(each), taken, place)),
        ...values.map((each, place) => countedWhere(countedAt(each), taken, place)),
      ],
      last,
    );
    return { numbers: chooseNumbers(taken, values.map(numbersAt)), counted };
  };
  const reaches = [
    ...conditions.map((each, place) =>
      reachInputWhere(each, () => reachedFrom(turns(), place), TRUE),
    ),
    ...values.map((each, place) => reachInputWhere(each, turns, place)),
  ];
  const parts = { sources: sourcesOf([...conditions, ...values]), reaches, compute };
  return createFigure(domain, parts, binder.figures);
}

/** A condition is asked by the rows that no branch before took. */
function reachedFrom(turns: Uint8Array, place: number): Uint8Array {
  return turns.map((turn) => (turn >= place ? TRUE : FALSE));
}

function countedFrom(counted: CountedRows, turns: Uint8Array, place: number): CountedRows {
  if (counted === nobody) return nobody;
  return once(() => countedWhere(counted, reachedFrom(turns, place), TRUE)());
}
