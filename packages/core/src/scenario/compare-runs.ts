/**
 * Any number of calculations, or amounts of another year, side by side.
 *
 * A member of a way of adding up has an amount in each of them, or none: what is absent is not
 * zero. The amounts of every column add up to the total of its side, and so do the changes.
 */
import { CITYWIDE } from "../calculation/index.ts";
import { compareIdTuples, invariant } from "../kernel/index.ts";
import { type Ratio, ratioOf, sumTiyn, type Tiyn, tiyn } from "../money/index.ts";
import type { ComparedLine, ComparedSide } from "./compare-sides.ts";
import type { ScopeKind } from "./scenario.ts";

/** The ways of adding up in which amounts can be compared. */
export type ComparedBy = "city" | "line" | ScopeKind;

/**
 * What a member is named by. Citywide lines have an organisation of empty text and the district
 * `citywide`; an organisation without a district has one of empty text.
 */
export const COMPARED_COLUMNS = {
  city: [],
  organisation: ["organisation"],
  line: ["organisation", "tier", "budget_code", "method"],
  tier: ["tier"],
  district: ["district"],
  budgetCode: ["budget_code"],
} as const satisfies Readonly<Record<ComparedBy, readonly string[]>>;

/** From one amount to another. */
export type AmountChange = {
  readonly kind: "more" | "less" | "same";
  /** Whether there is an amount on both sides, on the second alone, or on the first alone. */
  readonly presence: "both" | "appeared" | "gone";
  readonly amount: Tiyn;
  /** The part of the size of the first amount; absent where that is absent or zero. */
  readonly share: Ratio | undefined;
};

export type ComparedRow = {
  /** Codes in the order of `COMPARED_COLUMNS`. */
  readonly member: readonly string[];
  /** One for each side. */
  readonly amounts: readonly (Tiyn | undefined)[];
  /** Against the first side; absent where neither has an amount, and for the first itself. */
  readonly againstFirst: readonly (AmountChange | undefined)[];
  /** Against the side before; absent likewise. */
  readonly againstPrevious: readonly (AmountChange | undefined)[];
};

export type Comparison = {
  readonly by: ComparedBy;
  readonly sides: readonly ComparedSide[];
  /** Sorted by member. */
  readonly rows: readonly ComparedRow[];
  readonly total: ComparedRow;
};

/** Which two sides of a comparison are meant, by place. */
export type SidePair = { readonly from: number; readonly to: number };

/** The sides in their order; amounts of one currency, which the caller knows. */
export function compareRuns(sides: readonly ComparedSide[], by: ComparedBy): Comparison {
  const members = new Map<string, { member: readonly string[]; amounts: (Tiyn | undefined)[] }>();
  sides.forEach((side, place) => {
    for (const line of side.lines) {
      const member = memberOf(line, by, side);
      const name = member.join(SEPARATOR);
      const known = members.get(name) ?? { member, amounts: sides.map(() => undefined) };
      if (known.amounts[place] === undefined) members.set(name, known);
      known.amounts[place] = tiyn((known.amounts[place] ?? 0n) + line.amount);
    }
  });
  const rows = [...members.values()]
    .sort((left, right) => compareIdTuples(left.member, right.member))
    .map(({ member, amounts }) => rowOf(member, amounts));
  sides.forEach(({ total }, place) => {
    const column = sumTiyn(rows.map(({ amounts }) => amounts[place] ?? tiyn(0n)));
    invariant(column === total, "a column of a comparison adds up to the total of its side");
  });
  const totals = sides.map(({ total }) => total);
  return { by, sides, rows, total: rowOf([], totals) };
}

const SEPARATOR = "\u0001";

function memberOf(
  { organisationId, tier, budgetCode, method }: ComparedLine,
  by: ComparedBy,
  { districts }: ComparedSide,
): readonly string[] {
  switch (by) {
    case "city":
      return [];
    case "organisation":
      return [organisationId];
    case "line":
      return [organisationId, tier, budgetCode, method];
    case "tier":
      return [tier];
    case "district":
      return [organisationId === "" ? CITYWIDE : (districts.get(organisationId) ?? "")];
    case "budgetCode":
      return [budgetCode];
  }
}

function rowOf(member: readonly string[], amounts: readonly (Tiyn | undefined)[]): ComparedRow {
  const against = (baseOf: (place: number) => Tiyn | undefined) =>
    amounts.map((amount, place) => (place === 0 ? undefined : findChange(baseOf(place), amount)));
  return {
    member,
    amounts,
    againstFirst: against(() => amounts[0]),
    againstPrevious: against((place) => amounts[place - 1]),
  };
}

/** The change between two sides of a row; nothing where neither has an amount. */
export function changeOfRow(
  { amounts }: ComparedRow,
  { from, to }: SidePair,
): AmountChange | undefined {
  return findChange(amounts[from], amounts[to]);
}

/** What came to what; nothing where there is nothing on either side. */
export function findChange(from: Tiyn | undefined, to: Tiyn | undefined): AmountChange | undefined {
  if (from === undefined && to === undefined) return undefined;
  const amount = tiyn((to ?? 0n) - (from ?? 0n));
  const base = from === undefined || from >= 0n ? from : -from;
  return {
    kind: kindOf(amount),
    presence: presenceOf(from, to),
    amount,
    share: base === undefined || base === 0n ? undefined : ratioOf(amount, base),
  };
}

function kindOf(amount: Tiyn): AmountChange["kind"] {
  if (amount === 0n) return "same";
  return amount > 0n ? "more" : "less";
}

function presenceOf(from: Tiyn | undefined, to: Tiyn | undefined): AmountChange["presence"] {
  if (from === undefined) return "appeared";
  return to === undefined ? "gone" : "both";
}
