/**
 * What organisations that are gone left to their successors.
 *
 * An organisation is gone when it closed before the budget year. The cells of its inherited facts
 * pass to its successors and are its own no more, so sums over organisations stay what they were: a
 * merged organisation has the sum of those before it, of a split one each successor has a part by
 * headcount. Chains are followed. A new organisation inherits nothing.
 */
import { present } from "../kernel/index.ts";
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import type { CalendarDate } from "../time/index.ts";
import {
  type FactCell,
  type FactCells,
  type FactTable,
  type InheritedPart,
  NO_CELLS,
} from "./fact-table.ts";

/** What inheritance is decided by. */
export type Inheritance = {
  readonly organisations: readonly Organisation[];
  /** The first day of the budget year. */
  readonly yearStart: CalendarDate;
  readonly isInherited: (fact: string) => boolean;
  /** The headcount by which a successor takes its part of a fact; asked where there are several. */
  readonly weightOf: (fact: string, organisation: Organisation) => Ratio;
};

/** The table in which successors have the cells of those before them. */
export function inheritFacts(table: FactTable, inheritance: Inheritance): FactTable {
  const estates = new Map<string, Estate>();
  return {
    periodsOf: table.periodsOf,
    cellsOf: (organisationId, fact) => {
      if (!inheritance.isInherited(fact)) return table.cellsOf(organisationId, fact);
      const estate = estates.get(fact) ?? openEstate(fact, table, inheritance);
      estates.set(fact, estate);
      const isLeft = (estate.heirs.get(organisationId) ?? []).length > 0;
      return isLeft ? NO_CELLS : cellsWithInherited(organisationId, estate, []);
    },
  };
}

/** One fact: who left it to whom, and what everybody has then. */
type Estate = {
  readonly ownCells: (organisationId: string) => FactCells;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Successors of those that are gone. */
  readonly heirs: ReadonlyMap<string, readonly string[]>;
  readonly predecessors: ReadonlyMap<string, readonly string[]>;
  readonly weightOf: (organisation: Organisation) => Ratio;
  readonly known: Map<string, FactCells>;
};

function openEstate(fact: string, table: FactTable, inheritance: Inheritance): Estate {
  const { yearStart, weightOf } = inheritance;
  const organisations = new Map(inheritance.organisations.map((each) => [each.id, each]));
  const heirs = new Map<string, readonly string[]>();
  const predecessors = new Map<string, string[]>();
  for (const { id, closedOn, successorIds } of inheritance.organisations) {
    if (closedOn === undefined || closedOn >= yearStart) continue;
    const known = [...new Set(successorIds)].filter((each) => organisations.has(each));
    heirs.set(id, known);
    for (const heir of known) predecessors.set(heir, [...(predecessors.get(heir) ?? []), id]);
  }
  return {
    ownCells: (organisationId) => table.cellsOf(organisationId, fact),
    organisations,
    heirs,
    predecessors,
    weightOf: (organisation) => weightOf(fact, organisation),
    known: new Map(),
  };
}

/** Whoever stands on the path already is left out; registers with such circles are refused. */
function cellsWithInherited(id: string, estate: Estate, path: readonly string[]): FactCells {
  const known = estate.known.get(id);
  if (known !== undefined) return known;
  const cells = new Map(estate.ownCells(id));
  for (const before of estate.predecessors.get(id) ?? []) {
    if (before === id || path.includes(before)) continue;
    const left = cellsWithInherited(before, estate, [...path, id]);
    if (left.size === 0) continue;
    const share = shareOf(before, id, estate);
    if (isZeroRatio(share)) continue;
    for (const [name, cell] of left) {
      cells.set(name, joinCells(cells.get(name), partsOf(before, cell, share), cell));
    }
  }
  if (path.length === 0) estate.known.set(id, cells);
  return cells;
}

/** The part of one successor: all of it, by headcount, or equal parts where nobody is counted. */
function shareOf(before: string, heir: string, estate: Estate): Ratio {
  const heirs = estate.heirs.get(before) ?? [];
  if (heirs.length === 1) return ONE;
  const weights = heirs.map((each) => weightOfHeir(each, estate, [before]));
  const sum = weights.reduce(addRatios, ZERO);
  const equal = ratioOf(1n, BigInt(heirs.length));
  return isZeroRatio(sum) ? equal : divideRatios(weights[heirs.indexOf(heir)] ?? ZERO, sum);
}

/** Who is gone too counts as those that came after it. */
function weightOfHeir(id: string, estate: Estate, path: readonly string[]): Ratio {
  const after = (estate.heirs.get(id) ?? []).filter((each) => !path.includes(each));
  if (after.length === 0) return estate.weightOf(present(estate.organisations.get(id), id));
  const weights = after.map((each) => weightOfHeir(each, estate, [...path, id]));
  return weights.reduce(addRatios, ZERO);
}

/** What came to the predecessor itself keeps the name of whom it came from. */
function partsOf(organisationId: string, cell: FactCell, share: Ratio): readonly InheritedPart[] {
  const earlier = cell.inherited ?? [];
  const passed = earlier.map((part) => ({
    ...part,
    share: multiplyRatios(part.share, share),
    value: multiplyRatios(part.value, share),
  }));
  const own = ownValue(cell);
  if (own === undefined) return passed;
  const value = multiplyRatios(own, share);
  return [{ organisationId, share, value, source: cell.source }, ...passed];
}

/** The part of a value that the organisation reported itself; nothing where there is none. */
function ownValue({ value, inherited = [] }: FactCell): Ratio | undefined {
  const own = inherited.reduce((rest, part) => subtractRatios(rest, part.value), value);
  return isZeroRatio(own) && inherited.length > 0 ? undefined : own;
}

function joinCells(
  own: FactCell | undefined,
  parts: readonly InheritedPart[],
  left: FactCell,
): FactCell {
  const value = parts.reduce((sum, part) => addRatios(sum, part.value), own?.value ?? ZERO);
  const { codes, source } = own ?? left;
  return { codes, value, source, inherited: [...(own?.inherited ?? []), ...parts] };
}
