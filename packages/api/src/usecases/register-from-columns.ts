/** A register read back from its columns, row by row as it was kept. */
import { findCalendarDate, InvariantViolation, type RegisterSnapshot, tiyn } from "@zhanbasy/core";
import type { RegisterColumns, WordColumn } from "../contract.ts";

type Row<List extends keyof RegisterSnapshot> = RegisterSnapshot[List][number];

/** The snapshot with its files and rows; it has the hash that the columns were kept under. */
export function registerFromColumns(columns: RegisterColumns): RegisterSnapshot {
  const sourceOf = (source: number | undefined, row: number | undefined) => {
    const { file, sheet } = present(columns.sources[present(source)]);
    return { file, ...(sheet === null ? {} : { sheet }), row: present(row) };
  };
  return {
    organisations: columns.organisations.ids.map((id, place) =>
      organisationAt(columns.organisations, id, place, sourceOf),
    ),
    headcounts: columns.headcounts.headcount.map((headcount, place) =>
      headcountAt(columns, headcount, place, sourceOf),
    ),
    facts: columns.facts.value.map((value, place) => factAt(columns, value, place, sourceOf)),
    estimates: columns.estimates.map(({ amountTiyn, source, row, ...estimate }) => ({
      ...estimate,
      amount: tiyn(BigInt(amountTiyn)),
      source: sourceOf(source, row),
    })),
    lastYear: columns.lastYear.map(({ amountTiyn, childMonths, source, row, ...line }) => ({
      ...line,
      childMonths: childMonths ?? undefined,
      amount: tiyn(BigInt(amountTiyn)),
      source: sourceOf(source, row),
    })),
  };
}

type SourceOf = (
  source: number | undefined,
  row: number | undefined,
) => Row<"organisations">["source"];

function organisationAt(
  columns: RegisterColumns["organisations"],
  id: string,
  place: number,
  sourceOf: SourceOf,
): Row<"organisations"> {
  const closedOn = columns.closedOn[place] ?? null;
  return {
    id,
    nameRu: present(columns.namesRu[place]),
    nameKk: present(columns.namesKk[place]),
    openedOn: dayOf(columns.openedOn[place]),
    closedOn: closedOn === null ? undefined : dayOf(closedOn),
    successorIds: present(columns.successorIds[place]),
    attributes: new Map(
      Object.entries(columns.attributes).flatMap(([name, column]) => {
        const word = findWord(column, place);
        return word === undefined ? [] : [[name, word]];
      }),
    ),
    source: sourceOf(columns.source[place], columns.row[place]),
  };
}

function headcountAt(
  { organisations, headcounts }: RegisterColumns,
  headcount: number,
  place: number,
  sourceOf: SourceOf,
): Row<"headcounts"> {
  const word = (column: WordColumn): string => present(findWord(column, place));
  return {
    organisationId: present(organisations.ids[present(headcounts.organisation[place])]),
    measure: word(headcounts.measure),
    period: word(headcounts.period),
    tier: word(headcounts.tier),
    level_or_group: word(headcounts.level_or_group),
    programme: word(headcounts.programme),
    child_category: word(headcounts.child_category),
    headcount,
    source: sourceOf(headcounts.source[place], headcounts.row[place]),
  };
}

function factAt(
  { organisations, facts }: RegisterColumns,
  value: string,
  place: number,
  sourceOf: SourceOf,
): Row<"facts"> {
  const word = (column: WordColumn): string => present(findWord(column, place));
  return {
    organisationId: present(organisations.ids[present(facts.organisation[place])]),
    fact: word(facts.fact),
    period: word(facts.period),
    key: word(facts.key),
    value,
    source: sourceOf(facts.source[place], facts.row[place]),
  };
}

function findWord({ words, values }: WordColumn, place: number): string | undefined {
  const position = values[place] ?? null;
  return position === null ? undefined : words[position];
}

function dayOf(text: string | undefined): Row<"organisations">["openedOn"] {
  return present(findCalendarDate(present(text)));
}

/** Columns are of one length and positions lead somewhere: anything else is a bug of ours. */
function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new InvariantViolation("columns of a register fit together");
  return value;
}
