/**
 * Which rows of two registers differ and for which cause, and the register in which the rows of
 * some causes are as in the later one.
 *
 * Organisations, with their lives and attributes, go with the headcounts; in a mixture there are no
 * rows of others.
 */
import { estimateLines } from "../calculation/index.ts";
import { compareIds } from "../kernel/index.ts";
import {
  factRowName,
  headcountName,
  type LastYearLine,
  type Organisation,
  type RegisterSnapshot,
} from "../register/index.ts";
import { ESTIMATES, HEADCOUNTS } from "./causes.ts";
import type { IsTaken } from "./mixed-law.ts";
import { createRowCauses, type RowCause } from "./mixed-rows.ts";
import type { Side, Sides } from "./mixed-sides.ts";

export type MixedRegister = {
  /** The causes for which the registers differ. */
  readonly causes: ReadonlySet<string>;
  /** Those of organisations and their rows, amounts outside the formulas aside. */
  readonly counted: readonly string[];
  readonly mix: (isTaken: IsTaken) => RegisterSnapshot;
};

export function openMixedRegister(sides: Sides): MixedRegister {
  const { headcounts, facts, lastYear, all } = openRows(sides);
  const [earlier, later] = [sides.from.snapshot, sides.to.snapshot];
  const organisationsDiffer =
    earlier.organisations !== later.organisations &&
    textOfOrganisations(earlier) !== textOfOrganisations(later);
  const causes = new Set(all.flatMap(({ differing }) => [...differing]));
  if (organisationsDiffer) causes.add(HEADCOUNTS);
  const counted = [...causes];
  if (textOfEstimates(sides.from) !== textOfEstimates(sides.to)) causes.add(ESTIMATES);
  const hasOwnRows = all.some((rows) => rows.hasOwnRows);
  return {
    ...{ causes, counted },
    mix: (isTaken) => {
      const { estimates } = isTaken(ESTIMATES) ? later : earlier;
      const taken = counted.filter((cause) => isTaken(cause));
      if (!hasOwnRows && taken.length === 0) return { ...earlier, estimates };
      if (!hasOwnRows && taken.length === counted.length) return { ...later, estimates };
      const { organisations } = isTaken(HEADCOUNTS) ? later : earlier;
      const ids = new Set(organisations.map(({ id }) => id));
      return {
        ...{ organisations, estimates },
        headcounts: headcounts.mix(isTaken, ids),
        facts: facts.mix(isTaken, ids),
        lastYear: lastYear.mix(isTaken, ids),
      };
    },
  };
}

function openRows({ from, to }: Sides) {
  const causes = createRowCauses({ from, to });
  const { haveOwnRows } = causes;
  const [earlier, later] = [from.snapshot, to.snapshot];
  const headcounts = mixedRows(earlier.headcounts, later.headcounts, {
    ...{ nameOf: headcountName, causeOf: causes.ofHeadcount, haveOwnRows },
    textOf: ({ headcount }) => `${headcount}`,
  });
  const facts = mixedRows(earlier.facts, later.facts, {
    ...{ nameOf: factRowName, causeOf: causes.ofFactRow, haveOwnRows },
    textOf: ({ value }) => value,
  });
  const lastYear = mixedRows(earlier.lastYear, later.lastYear, {
    ...{ nameOf: lastYearName, causeOf: causes.ofLastYear, haveOwnRows },
    textOf: ({ childMonths, amount }) => `${childMonths ?? ""}|${amount}`,
  });
  return { headcounts, facts, lastYear, all: [headcounts, facts, lastYear] };
}

type MixedRows<Row> = {
  readonly differing: ReadonlySet<string>;
  /** Whether there are rows that only the law of their own side reads. */
  readonly hasOwnRows: boolean;
  readonly mix: (isTaken: IsTaken, organisations: ReadonlySet<string>) => readonly Row[];
};

type Reading<Row> = {
  /** The key of a row, once in a register. */
  readonly nameOf: (row: Row) => string;
  readonly causeOf: (row: Row) => RowCause;
  /** What it says. */
  readonly textOf: (row: Row) => string;
  /** Whether only one law may read some row. */
  readonly haveOwnRows: boolean;
};

function mixedRows<Row extends { readonly organisationId: string }>(
  earlier: readonly Row[],
  later: readonly Row[],
  reading: Reading<Row>,
): MixedRows<Row> {
  const { causeOf } = reading;
  const isOwn = (row: Row, side: keyof Sides): boolean => {
    const found = causeOf(row);
    return found !== undefined && "onlyIn" in found && found.onlyIn === side;
  };
  const isOf = (row: Row, isKept: (cause: string) => boolean): boolean => {
    const found = causeOf(row);
    return found !== undefined && "cause" in found && isKept(found.cause);
  };
  return {
    differing: earlier === later ? new Set() : differingRows(earlier, later, reading),
    hasOwnRows:
      reading.haveOwnRows &&
      (earlier.some((row) => isOwn(row, "from")) || later.some((row) => isOwn(row, "to"))),
    mix: (isTaken, organisations) =>
      [
        ...earlier.filter((row) => isOwn(row, "from") || isOf(row, (each) => !isTaken(each))),
        ...later.filter((row) => isOwn(row, "to") || isOf(row, (each) => isTaken(each))),
      ].filter(({ organisationId }) => organisations.has(organisationId)),
  };
}

/** The causes of rows that only one register has, or that say something else. */
function differingRows<Row>(
  earlier: readonly Row[],
  later: readonly Row[],
  { nameOf, causeOf, textOf }: Reading<Row>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (row: Row): void => {
    const cause = causeOf(row);
    if (cause !== undefined && "cause" in cause) found.add(cause.cause);
  };
  const isKept = (row: Row | undefined, other: Row | undefined): boolean =>
    row === other ||
    (row !== undefined &&
      other !== undefined &&
      nameOf(row) === nameOf(other) &&
      textOf(row) === textOf(other));
  // Rows of two registers mostly stand at the same places.
  const left = new Map(
    earlier.flatMap((row, place) => (isKept(row, later[place]) ? [] : [[nameOf(row), row]])),
  );
  for (const [place, row] of later.entries()) {
    if (isKept(row, earlier[place])) continue;
    const name = nameOf(row);
    const other = left.get(name);
    if (other === undefined || textOf(other) !== textOf(row)) note(row);
    left.delete(name);
  }
  for (const row of left.values()) note(row);
  return found;
}

function lastYearName({ organisationId, tier, budgetCode, method }: LastYearLine): string {
  return [organisationId, tier, budgetCode, method].join("|");
}

/** All that decides a figure. */
function textOfOrganisations({ organisations }: RegisterSnapshot): string {
  return JSON.stringify(organisations.map(textOfOrganisation));
}

function textOfOrganisation({
  id,
  openedOn,
  closedOn,
  successorIds,
  attributes,
}: Organisation): readonly unknown[] {
  const sorted = [...attributes].sort(([left], [right]) => compareIds(left, right));
  return [id, openedOn, closedOn, successorIds.toSorted(compareIds), sorted];
}

/** Those of the year, as they are added up. */
function textOfEstimates({ plan, snapshot }: Side): string {
  const texts = estimateLines(plan, snapshot)
    .filter(({ amount }) => amount !== 0n)
    .map(({ organisationId, tier, budgetCode, amount }) =>
      [organisationId, tier, budgetCode, amount].join("|"),
    );
  return texts.sort(compareIds).join("\n");
}
