/**
 * The rows a sum runs over: for each row around it, the cells that its organisation has; where no
 * fact follows the sum, every member of its dimensions.
 */
import { present } from "../../kernel/index.ts";
import type { SumNode } from "../../methodology/index.ts";
import { factIndex } from "../../register/index.ts";
import type { FactUse, Guard, UseItem } from "../fact-use.ts";
import { factUsesOfSum, nameOfUse } from "../fact-uses.ts";
import { factSource, numbersOfCodes } from "./bind-fact.ts";
import type { Binder } from "./binder.ts";
import { attributeKey, type FactCellColumns } from "./bound-register.ts";
import {
  createDomain,
  type Domain,
  type KeyColumn,
  keyOf,
  ORGANISATION_KEY,
  pick,
  type SumRows,
} from "./domain.ts";
import { FALSE, NO_TRUTH, TRUE, truthsAt } from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { type Binding, bindAttribute, bindCode, OUTERMOST, type Scope } from "./scope.ts";

/** Sums over the same cells run over the same rows, and share what they find out about them. */
export function sumRows(
  node: SumNode,
  keys: readonly string[],
  scope: Scope,
  domain: Domain,
  binder: Binder,
): SumRows {
  const uses = factUsesOfSum(node, new Set(scope.bindings.keys()), binder.law.plan);
  const following = uses.filter(({ items }) => items.some(({ kind }) => kind === "over"));
  const shapes = following.map(({ fact }) => binder.register.shapeOf(fact));
  const name = JSON.stringify([keys, scope.id, following.map(nameOfUse), shapes]);
  const known = domain.sums.get(name) ?? findRows(node, keys, following, scope, domain, binder);
  domain.sums.set(name, known);
  return known;
}

function findRows(
  node: SumNode,
  keys: readonly string[],
  following: readonly FactUse[],
  scope: Scope,
  domain: Domain,
  binder: Binder,
): SumRows {
  const members = node.over.map((dimension) =>
    binder.law.plan.membersOf(dimension).map(binder.register.numbering(dimension).numberOf),
  );
  const readers = following.map((use) => cellReader(use, node, scope, domain, binder));
  const most = following.reduce((sum, use) => sum + cellCount(use, domain, binder), 0);
  const filler = createFiller(node.over.length, domain.size, most);
  const isDistinct = readers.length === 1 && fixesEveryPlace(following[0], node.over.length);
  for (let row = 0; row < domain.size; row += 1) {
    filler.begin(row);
    if (readers.length === 0)
      expand(
        members.map(() => undefined),
        members,
        filler.add,
      );
    const seen = isDistinct ? undefined : new Set<string>();
    const add = (tuple: readonly number[]): void => {
      if (seen !== undefined) {
        const name = tuple.join("|");
        if (seen.has(name)) return;
        seen.add(name);
      }
      filler.add(tuple);
    };
    for (const read of readers) read(row, (partial) => expand(partial, members, add));
  }
  const { starts, codes, parents } = filler.finish();
  const inner = new Map<string, KeyColumn>();
  for (const [name, column] of domain.keys) {
    inner.set(name, { codes: pick(column.codes, parents), count: column.count });
  }
  keys.forEach((key, place) => {
    const dimension = present(node.over[place], "a dimension of the sum");
    const { texts } = binder.register.numbering(dimension);
    inner.set(key, { codes: present(codes[place], key), count: texts.length });
  });
  return {
    domain: createDomain(parents.length, inner),
    starts,
    structure: new Set(following.map(({ fact }) => factSource(fact))),
  };
}

/** Only the inner rows that are marked. */
export function keepRows({ domain, starts, structure }: SumRows, marks: Uint8Array): SumRows {
  let count = 0;
  for (let row = 0; row < marks.length; row += 1) count += marks[row] as number;
  const rows = new Int32Array(count);
  const kept = new Int32Array(starts.length);
  let place = 0;
  for (let around = 0; around + 1 < starts.length; around += 1) {
    kept[around] = place;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      if (marks[row] === 1) {
        rows[place] = row;
        place += 1;
      }
    }
  }
  kept[starts.length - 1] = place;
  const keys = [...domain.keys].map(
    ([name, { codes, count: codeCount }]) =>
      [name, { codes: pick(codes, rows), count: codeCount }] as const,
  );
  return { domain: createDomain(count, new Map(keys)), starts: kept, structure };
}

/** Columns that grow as rows are added. */
function createFiller(width: number, size: number, expected: number) {
  const starts = new Int32Array(size + 1);
  let capacity = expected > 0 ? expected : 1_024;
  let length = 0;
  let parents = new Int32Array(capacity);
  let columns = Array.from({ length: width }, () => new Int32Array(capacity));
  let around = 0;
  return {
    begin: (row: number): void => {
      around = row;
      starts[row] = length;
    },
    add: (tuple: readonly number[]): void => {
      if (length === capacity) {
        capacity *= 2;
        parents = grown(parents, capacity);
        columns = columns.map((column) => grown(column, capacity));
      }
      parents[length] = around;
      for (let place = 0; place < width; place += 1) {
        const column = columns[place];
        if (column !== undefined) column[length] = tuple[place] as number;
      }
      length += 1;
    },
    finish: () => {
      starts[size] = length;
      return {
        starts,
        parents: shortened(parents, length),
        codes: columns.map((column) => shortened(column, length)),
      };
    },
  };
}

function shortened(column: Int32Array, length: number): Int32Array {
  return column.length === length ? column : column.slice(0, length);
}

function grown(column: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}

type Tuple = readonly (number | undefined)[];

/** Every tuple that agrees with the partial one. */
function expand(
  partial: Tuple,
  members: readonly (readonly number[])[],
  add: (tuple: readonly number[]) => void,
): void {
  const open = partial.indexOf(undefined);
  if (open < 0) {
    add(partial as readonly number[]);
    return;
  }
  for (const code of members[open] ?? []) {
    expand(partial.with(open, code), members, add);
  }
}

/** The cells of the fact that rows may run over. */
function cellCount({ fact: id }: FactUse, domain: Domain, { law, register }: Binder): number {
  const fact = present(law.plan.methodology.facts.get(id), id);
  const starts = register.factCells(fact)?.column.starts;
  if (starts === undefined) return 0;
  const { codes } = keyOf(domain, ORGANISATION_KEY, register.derive);
  let count = 0;
  for (const organisation of codes) {
    count += (starts[organisation + 1] as number) - (starts[organisation] as number);
  }
  return count;
}

/** Whether each cell of the fact that fits is one tuple, and no two are the same. */
function fixesEveryPlace(use: FactUse | undefined, width: number): boolean {
  const items = use?.items ?? [];
  const positions = items.flatMap((item) => (item.kind === "over" ? [item.position] : []));
  const runsFreely = items.some(({ kind }) => kind === "any");
  return !runsFreely && positions.length === width && new Set(positions).size === width;
}

type CellReader = (row: number, found: (partial: Tuple) => void) => void;

/** Goes through the cells of one fact that fit a row; the tuple is the same for each of them. */
function cellReader(
  use: FactUse,
  node: SumNode,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): CellReader {
  const { law, register } = binder;
  const fact = present(law.plan.methodology.facts.get(use.fact), use.fact);
  const columns = register.factCells(fact);
  if (columns === undefined) return () => undefined;
  const dimensions = factIndex(fact);
  const fixed = use.items.map((item, place) => {
    const binding = bindUse(item, scope, binder);
    const dimension = present(dimensions[place], "a place of the index");
    return binding && numbersOfCodes(binding, dimension, domain, binder);
  });
  const isTaken = guardMarks(use.guards, domain, binder);
  for (const codes of fixed) {
    const isLacking = codes?.some((code, row) => code === -1 && isTaken[row] === TRUE) === true;
    if (isLacking) throw new NotInColumns("an attribute that some lack");
  }
  const { codes: organisations } = keyOf(domain, ORGANISATION_KEY, register.derive);
  const positions = use.items.map((item) => (item.kind === "over" ? item.position : -1));
  const tuple = Array.from<number | undefined>({ length: node.over.length });
  return (row, found) => {
    if (isTaken[row] === FALSE) return;
    const organisation = organisations[row] as number;
    const end = columns.column.starts[organisation + 1] as number;
    for (let cell = columns.column.starts[organisation] as number; cell < end; cell += 1) {
      if (readCell(columns, cell, fixed, positions, row, tuple)) found(tuple);
    }
  };
}

/** Whether the cell fits the row; what it fixes is written into the tuple. */
function readCell(
  { codes }: FactCellColumns,
  cell: number,
  fixed: readonly (Int32Array | undefined)[],
  positions: readonly number[],
  row: number,
  tuple: (number | undefined)[],
): boolean {
  for (let place = 0; place < fixed.length; place += 1) {
    const code = codes[place]?.[cell];
    const wanted = fixed[place]?.[row];
    if (wanted !== undefined && wanted !== code) return false;
    const position = positions[place] as number;
    if (position >= 0) tuple[position] = code;
  }
  return true;
}

function bindUse(item: UseItem, scope: Scope, binder: Binder): Binding | undefined {
  switch (item.kind) {
    case "code":
      return bindCode(item.code);
    case "outer":
      return scope.bindings.get(item.name);
    case "attribute":
      return bindAttribute(item.name, binder.register);
    case "over":
    case "any":
      return undefined;
  }
}

/** The rows that take the branch: where a guard cannot be answered, the calculation will say. */
function guardMarks(guards: readonly Guard[], domain: Domain, binder: Binder): Uint8Array {
  const marks = new Uint8Array(domain.size).fill(TRUE);
  for (const { condition, holds, attributes } of guards) {
    const truths = truthsAt(binder.truth(condition, OUTERMOST, domain));
    const lacking = attributes.map(
      (name) => keyOf(domain, attributeKey(name), binder.register.derive).codes,
    );
    for (let row = 0; row < marks.length; row += 1) {
      const isAnswered = lacking.every((codes) => codes[row] !== 0);
      const isHeld = truths[row] === (holds ? TRUE : FALSE);
      if (isAnswered && !isHeld && truths[row] !== NO_TRUTH) marks[row] = FALSE;
    }
  }
  return marks;
}
