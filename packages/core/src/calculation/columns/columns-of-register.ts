/** The rows of a register as columns, for the year of a plan. */
import { present } from "../../kernel/index.ts";
import { factIndex, type Organisation, type RegisterSnapshot } from "../../register/index.ts";
import { buildFactTable, type FactCell } from "../fact-table.ts";
import type { CalculationPlan } from "../plan.ts";
import { fromRatios } from "./numbers.ts";
import type {
  FactColumn,
  OrganisationColumns,
  RegisterColumns,
  TextColumn,
} from "./register-columns.ts";

/** The columns of the year of the plan. */
export function columnsOfRegister(
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
): RegisterColumns {
  const { methodology, asOf } = plan;
  const { organisations, estimates } = snapshot;
  const reported = buildFactTable(snapshot, methodology, asOf.budgetYear);
  const facts = new Map<string, FactColumn>();
  for (const fact of methodology.facts.values()) {
    const column = factColumn(organisations, factIndex(fact).length, (id) =>
      reported.cellsOf(id, fact.id).values(),
    );
    if (column !== undefined) facts.set(fact.id, column);
  }
  return {
    organisations: organisationColumns(organisations, [...methodology.attributes.keys()]),
    facts,
    estimates: estimates.filter(({ budgetYear }) => budgetYear === asOf.budgetYear),
    rows: { organisations, reported },
  };
}

function organisationColumns(
  organisations: readonly Organisation[],
  attributes: readonly string[],
): OrganisationColumns {
  const column = (textOf: (each: Organisation) => string | undefined) =>
    textColumn(organisations.map(textOf));
  return {
    ids: organisations.map(({ id }) => id),
    openedOn: column(({ openedOn }) => openedOn),
    closedOn: column(({ closedOn }) => closedOn),
    attributes: new Map(
      attributes.map((name) => [name, column((each) => each.attributes.get(name))]),
    ),
  };
}

/** A column of texts, each kept once. */
export function textColumn(rows: readonly (string | undefined)[]): TextColumn {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const places = Int32Array.from(rows, (text) => {
    if (text === undefined) return -1;
    const place = known.get(text) ?? texts.push(text) - 1;
    known.set(text, place);
    return place;
  });
  return { texts, places };
}

function factColumn(
  organisations: readonly Organisation[],
  width: number,
  cellsOf: (organisationId: string) => Iterable<FactCell>,
): FactColumn | undefined {
  const starts = new Int32Array(organisations.length + 1);
  const cells: FactCell[] = [];
  for (const [row, { id }] of organisations.entries()) {
    for (const cell of cellsOf(id)) cells.push(cell);
    starts[row + 1] = cells.length;
  }
  if (cells.length === 0) return undefined;
  const numbers = fromRatios(cells.map(({ value }) => value));
  const codes = Array.from({ length: width }, (_, place) =>
    textColumn(cells.map((cell) => present(cell.codes[place], "a cell has every code"))),
  );
  if (numbers.kind === "whole") {
    return { starts, codes, values: numbers.values, denominator: numbers.denominator };
  }
  const ratios = cells.map(({ value }) => value);
  return { starts, codes, values: new Float64Array(0), denominator: 1, ratios };
}
