/**
 * Sums over an organisation's cells as figures.
 *
 * The term of a sum is taken apart into factors. Those that know no organisation (rates,
 * coefficients, months) are multiplied once for each combination of their keys; those of the
 * organisation (counts) once for each row. What is left for every row is one product of two whole
 * numbers, added up: the speed of inexact arithmetic without its errors.
 */
import { present } from "../../kernel/index.ts";
import type { Expression, SumNode } from "../../methodology/index.ts";
import { ONE } from "../../money/index.ts";
import { addExactProducts, addWholeProducts, heaviestRow, longestRow } from "./add-products.ts";
import { everywhere } from "./bind-name.ts";
import type { Binder } from "./binder.ts";
import { type Domain, ORGANISATION_KEY } from "./domain.ts";
import {
  type CountedRows,
  countedAt,
  createFigure,
  FALSE,
  type Figure,
  type Input,
  NO_TRUTH,
  type NumberFigure,
  type NumberInput,
  type NumberValues,
  nobody,
  numbersAt,
  once,
  type Reach,
  shorten,
  sourcesOf,
  TRUE,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { joinGrains } from "./grain.ts";
import { mapNumbers } from "./map-numbers.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { combineNumbers } from "./number-operations.ts";
import { whole } from "./numbers.ts";
import { type Scope, scopeOfSum } from "./scope.ts";
import { keepRows, type SumRows, sumRows } from "./sum-rows.ts";

export function bindSum(node: SumNode, scope: Scope, domain: Domain, binder: Binder): NumberFigure {
  const { scope: inner, keys } = scopeOfSum(scope, node.over, binder.register);
  const rows = sumRows(node, keys, scope, domain, binder);
  if (node.kind === "count-if") return countRows(node, inner, rows, domain, binder);
  return addProducts(node.body, inner, rows, domain, binder);
}

/** Rows in which the term is more than zero by its conditions, and what the term is there. */
function addProducts(
  term: Expression,
  scope: Scope,
  rows: SumRows,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  if (term.kind === "if" && isZero(term.otherwise)) {
    const condition = binder.truth(term.condition, scope, rows.domain);
    if (condition.figure.sources.size === 0) {
      return addProducts(term.then, scope, rowsWhere(condition, rows), domain, binder);
    }
  }
  const factors = factorsOf(term);
  const [own, others] = partition(factors, (factor) =>
    binder.grainOf(factor, scope).includes(ORGANISATION_KEY),
  );
  const rate = product(others, scope, rows.domain, binder);
  const weight = own.length === 0 ? undefined : product(own, scope, rows.domain, binder);
  const compute = createAdder(rows, rate, weight);
  const inputs = weight === undefined ? [rate] : [rate, weight];
  const sources = sourcesOf(inputs, [...rows.structure]);
  const reaches = inputs.map((input) => reachRows(input, rows));
  return createFigure(domain, { sources, reaches, compute }, binder.figures);
}

function isZero(node: Expression): boolean {
  return node.kind === "number" && /^0*[.]?0*$/.test(node.digits);
}

function rowsWhere(condition: TruthInput, rows: SumRows): SumRows {
  const truths = truthsAt(condition);
  if (truths.includes(NO_TRUTH)) throw new NotInColumns("a condition without an answer");
  return truths.includes(FALSE) ? keepRows(rows, truths) : rows;
}

/** What is multiplied; order does not matter where nothing is rounded. */
function factorsOf(node: Expression): readonly Expression[] {
  if (node.kind !== "binary" || node.operator !== "*") return [node];
  return [...factorsOf(node.left), ...factorsOf(node.right)];
}

function partition<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** The product of the factors at the grain of all of them. */
function product(
  factors: readonly Expression[],
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberInput {
  const grain = joinGrains(factors.map((factor) => binder.grainOf(factor, scope)));
  const { domain: own, index } = binder.project(domain, grain);
  const inputs = factors.map((factor) => binder.number(factor, scope, own));
  const [only] = inputs;
  if (only !== undefined && inputs.length === 1 && only.index === undefined) {
    return { figure: only.figure, index };
  }
  const figure = mapNumbers(inputs, own, binder, (values) =>
    values.length === 0
      ? everywhere(ONE, own)
      : values.reduce((left, right) => combineNumbers("*", left, right)),
  );
  return { figure, index };
}

/** Adds the products of rates and weights, row by row around. */
function createAdder(
  { starts }: SumRows,
  rate: NumberInput,
  weight: NumberInput | undefined,
): () => NumberValues {
  const weigh = remember((_values: NumberValues) => {
    const input = present(weight, "there are weights");
    const numbers = numbersAt(input);
    const heaviest = numbers.kind === "whole" ? heaviestRow(starts, numbers.values) : 0;
    return { numbers, heaviest, counted: countedAround(starts, countedAt(input)) };
  });
  const longest = longestRow(starts);
  return () => {
    const rates = rate.figure.current().numbers;
    const weights = weight && weigh(weight.figure.current());
    const found =
      rates.kind === "whole" && weights?.numbers.kind !== "ratio"
        ? addWholeProducts(
            starts,
            rates,
            rate.index,
            weights?.numbers,
            weights?.heaviest ?? longest,
          )
        : undefined;
    return {
      numbers: found ?? addExactProducts(starts, rates, rate.index, weights?.numbers),
      counted: weights?.counted ?? nobody,
    };
  };
}

/** What was found for the same column before. */
function remember<Column extends object, Found>(find: (column: Column) => Found) {
  let last: { readonly column: Column; readonly found: Found } | undefined;
  return (column: Column): Found => {
    if (last?.column !== column) last = { column, found: find(column) };
    return last.found;
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
function reachRows({ figure, index }: Input<unknown>, { starts }: SumRows): Reach {
  return {
    figure: figure satisfies Figure<unknown>,
    spread: (asked, marks) => {
      for (let around = 0; around < asked.length; around += 1) {
        if (asked[around] !== TRUE) continue;
        const end = starts[around + 1] as number;
        for (let row = starts[around] as number; row < end; row += 1) {
          marks[index === undefined ? row : (index[row] as number)] = 1;
        }
      }
    },
  };
}
