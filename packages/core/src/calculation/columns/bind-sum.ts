/**
 * Sums over an organisation's cells as figures.
 *
 * The term of a sum is taken apart into factors. Those that know no organisation (rates,
 * coefficients, months) are multiplied once for each combination of their keys; those of the
 * organisation (counts) once for each row. What is left for every row is one product of two whole
 * numbers, added up: the speed of inexact arithmetic without its errors.
 */
import type { SumNode } from "../../methodology/index.ts";
import {
  addExactProducts,
  addWholeProducts,
  heaviestRow,
  joinRows,
  layOut,
  longestRow,
  type ProductRows,
} from "./add-products.ts";
import type { Binder } from "./binder.ts";
import {
  type Counted,
  type CountedRows,
  countedWhere,
  keepLast,
  nobody,
  once,
  shorten,
} from "./counted.ts";
import { type Domain, ORGANISATION_KEY, type SumRows } from "./domain.ts";
import {
  countedAt,
  createFigure,
  FALSE,
  type Figure,
  type Input,
  NO_TRUTH,
  type NumberFigure,
  type NumberInput,
  type NumberValues,
  numbersAt,
  type Reach,
  sourcesOf,
  TRUE,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { keepRoom } from "./number-operations.ts";
import { WHOLE_LIMIT, type WholeNumbers, whole } from "./numbers.ts";
import { gatedProduct, openRows, product } from "./products.ts";
import { type Scope, scopeOfSum } from "./scope.ts";
import { keepRows, sumRows } from "./sum-rows.ts";
import { type Part, termOf } from "./terms.ts";

export function bindSum(node: SumNode, scope: Scope, domain: Domain, binder: Binder): NumberFigure {
  const { scope: inner, keys } = scopeOfSum(scope, node.over, binder.register);
  const rows = sumRows(node, keys, scope, domain, binder);
  if (node.kind === "count-if") return countRows(node, inner, rows, domain, binder);
  return addProducts({ node: node.body, scope: inner }, rows, domain, binder);
}

function addProducts(part: Part, rows: SumRows, domain: Domain, binder: Binder): NumberFigure {
  const { rows: kept, gates, factors } = openTerm(part, rows, binder);
  const [own, others] = partition(factors, ({ node, scope }) =>
    binder.grainOf(node, scope).includes(ORGANISATION_KEY),
  );
  const rate = gatedProduct(gates, others, kept.domain, binder);
  const weight = own.length === 0 ? undefined : product(own, kept.domain, binder);
  const open = openRows(gates, kept.domain, binder);
  const compute = createAdder(kept, rate, weight, open?.find);
  const inputs = weight === undefined ? [rate] : [rate, weight];
  const sources = sourcesOf(inputs, [...kept.structure]);
  const reaches = [
    reachRows(rate, kept),
    ...(weight === undefined ? [] : [reachRows(weight, kept, open?.find)]),
  ];
  const parts = { sources, reaches, compute, inputs: open?.figures ?? [] };
  return createFigure(domain, parts, binder.figures);
}

/** The conditions on rates, and what is multiplied, for the rows in which that can be anything. */
type OpenTerm = {
  readonly rows: SumRows;
  readonly gates: readonly Part[];
  readonly factors: readonly Part[];
};

/**
 * Draws conditions out of a term: one that no change touches leaves rows out, one that knows no
 * organisation is multiplied in with the rates.
 */
function openTerm(part: Part, rows: SumRows, binder: Binder): OpenTerm {
  const term = termOf(part, binder);
  if (term.kind === "product") return { rows, gates: [], factors: term.factors };
  const { condition, inner, numbers } = term;
  const { node, scope } = condition;
  const input = binder.truth(node, scope, rows.domain);
  const isFixed = input.figure.sources.size === 0;
  if (!isFixed && binder.grainOf(node, scope).includes(ORGANISATION_KEY)) {
    return { rows, gates: [], factors: [part] };
  }
  const below = openTerm(inner, isFixed ? rowsWhere(input, rows) : rows, binder);
  const factors = [...numbers, ...below.factors];
  return { rows: below.rows, gates: [...(isFixed ? [] : [condition]), ...below.gates], factors };
}

function rowsWhere(condition: TruthInput, rows: SumRows): SumRows {
  const truths = truthsAt(condition);
  if (truths.includes(NO_TRUTH)) throw new NotInColumns("a condition without an answer");
  return truths.includes(FALSE) ? keepRows(rows, truths) : rows;
}

function partition<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Adds the products of rates and weights, row by row around. */
function createAdder(
  { starts }: SumRows,
  rate: NumberInput,
  weight: NumberInput | undefined,
  open: (() => Uint8Array) | undefined,
): () => NumberValues {
  const weigh = (input: NumberInput) => {
    const numbers = numbersAt(input);
    const heaviest = numbers.kind === "whole" ? heaviestRow(starts, numbers.values) : 0;
    const own = countedAt(input);
    return { numbers, heaviest, own, counted: countedAround(starts, own) };
  };
  const lastWeights = keepLast<ReturnType<typeof weigh>>();
  const join = createJoiner(starts, rate);
  // Weights that follow the law are other weights at every turn: joining them saves nothing.
  const isJoined = weight?.figure.standsOnLaw === false && rate.index !== undefined;
  const longest = longestRow(starts);
  const room = keepRoom();
  const last = keepLast<Counted>();
  return () => {
    const rates = rate.figure.current().numbers;
    const weights = weight && lastWeights([weight.figure.current()], () => weigh(weight));
    const plain = { starts, index: rate.index, weights: weights?.numbers };
    const rows =
      isJoined && weights?.numbers.kind === "whole" && weights.heaviest <= WHOLE_LIMIT
        ? join(weights.numbers, rate.figure.classes?.())
        : plain;
    const found =
      rates.kind === "whole" && rows.weights?.kind !== "ratio"
        ? addWholeProducts(rows, rates, rows.weights, weights?.heaviest ?? longest, room)
        : undefined;
    return {
      numbers: found ?? addExactProducts(plain, rates),
      counted: weights === undefined ? nobody : countedOpen(starts, weights, open, last),
    };
  };
}

/** Of the rows around those of which an open inner row is counted. */
function countedOpen(
  starts: Int32Array,
  { own, counted }: { readonly own: CountedRows; readonly counted: CountedRows },
  open: (() => Uint8Array) | undefined,
  last: ReturnType<typeof keepLast<Counted>>,
): CountedRows {
  if (open === undefined || own === nobody) return counted;
  return once(() => {
    const [marks, isOpen] = [own(), open()];
    return last([marks, isOpen], () =>
      countedAround(
        starts,
        countedWhere(() => marks, isOpen, TRUE),
      )(),
    );
  });
}

/** Joins rows whose rates cannot differ; found anew where weights or classes are others. */
function createJoiner(starts: Int32Array, { index }: NumberInput) {
  const last = keepLast<ProductRows>();
  return (weights: WholeNumbers, classes: Int32Array | undefined): ProductRows => {
    const rows = { starts, index, weights };
    if (classes === undefined) return rows;
    return last([weights, classes], () => layOut(joinRows(rows, weights, classes)));
  };
}

/** Rows around of which some inner row is counted. */
function countedAround(starts: Int32Array, counted: CountedRows): CountedRows {
  if (counted === nobody) return nobody;
  return once(() => {
    const marks = counted();
    if (marks === false) return false;
    const found = new Uint8Array(starts.length - 1);
    for (let around = 0; around < found.length; around += 1) {
      let row = starts[around] as number;
      const end = starts[around + 1] as number;
      while (row < end && marks !== true && marks[row] === 0) row += 1;
      found[around] = row < end ? 1 : 0;
    }
    return shorten(found);
  });
}

function countRows(
  node: SumNode,
  scope: Scope,
  rows: SumRows,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const condition = binder.truth(node.body, scope, rows.domain);
  const { starts } = rows;
  const compute = () => {
    const truths = truthsAt(condition);
    const counts = new Float64Array(domain.size);
    for (let around = 0; around < counts.length; around += 1) {
      const end = starts[around + 1] as number;
      let count = 0;
      for (let row = starts[around] as number; row < end; row += 1) {
        count += truths[row] === NO_TRUTH ? Number.NaN : (truths[row] as number);
      }
      counts[around] = count;
    }
    const counted = countedAround(starts, countedAt(condition));
    return { numbers: whole(counts, 1, longestRow(starts)), counted };
  };
  const sources = sourcesOf([condition], [...rows.structure]);
  const reaches = [reachRows(condition, rows)];
  return createFigure(domain, { sources, reaches, compute }, binder.figures);
}

/** The rows of an input that stand inside the rows around that are asked. */
function reachRows(
  { figure, index }: Input<unknown>,
  { starts }: SumRows,
  open?: () => Uint8Array,
): Reach {
  const inside = (around: number, isOpen: Uint8Array | undefined, marks: Uint8Array): void => {
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      if (isOpen?.[row] === FALSE) continue;
      marks[index === undefined ? row : (index[row] as number)] = TRUE;
    }
  };
  return {
    figure: figure satisfies Figure<unknown>,
    spread: (asked, marks) => {
      const isOpen = open?.();
      for (let around = 0; around < asked.length; around += 1) {
        if (asked[around] === TRUE) inside(around, isOpen, marks);
      }
    },
  };
}
