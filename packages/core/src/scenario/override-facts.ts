/**
 * Overrides of counted cells: which cell of the register is meant, and the register with its row.
 *
 * A cell is checked as a row of the register would be, so that whatever reads registers afterwards
 * meets nothing that it would have refused.
 */
import {
  buildFactTable,
  exactText,
  type FactChange,
  type FactPeriod,
  periodsOfFact,
} from "../calculation/index.ts";
import { fail, type Issue, issue, present, type Result, unlessIssues } from "../kernel/index.ts";
import { type Fact, inside, type Methodology, suggestName } from "../methodology/index.ts";
import {
  type FactRow,
  factIndex,
  factKey,
  factRowName,
  factValueDecoder,
  type HEADCOUNT_COLUMNS,
  type Headcount,
  type HeadcountFact,
  headcountName,
  type NamedFact,
  type Organisation,
  type RegisterSnapshot,
  type RowSource,
  replaceFactRows,
  replaceHeadcounts,
} from "../register/index.ts";
import type { CalculationInputs, FactOverride } from "./scenario.ts";

/** What cells are looked for in. */
export type FactWorld = {
  readonly methodology: Methodology;
  readonly asOf: CalculationInputs["asOf"];
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Whether the organisation is one of those that report the fact. */
  readonly isReporter: (fact: string, organisation: Organisation) => boolean;
};

/** The row of a cell, as it is to stand in the register or to be gone from it. */
export type CellRow =
  | { readonly source: "headcounts"; readonly row: Headcount; readonly isGone: boolean }
  | { readonly source: "facts"; readonly row: FactRow; readonly isGone: boolean };

type CountedFact = Fact & (HeadcountFact | NamedFact);

/** The row that an override means, or everything that is wrong with it. */
export function findCellRow(world: FactWorld, override: FactOverride): Result<CellRow> {
  const { place } = override;
  const fact = world.methodology.facts.get(override.fact);
  const organisation = world.organisations.get(override.organisationId);
  const issues: Issue[] = [];
  if (organisation === undefined) {
    const facts = { value: override.organisationId };
    issues.push(issue("organisation-absent", inside(place, "organisation"), facts));
  }
  if (fact === undefined) {
    const { fact: name } = override;
    const suggestion = suggestName(name, world.methodology.facts.keys());
    return fail(issue("fact-unknown", inside(place, "fact"), { name, suggestion }), issues);
  }
  if (!isCounted(fact)) {
    return fail(issue("fact-imported", inside(place, "fact"), { fact: fact.id }), issues);
  }
  if (organisation !== undefined && !world.isReporter(fact.id, organisation)) {
    const facts = { value: organisation.id, expected: fact.id, count: "1" };
    issues.push(issue("headcount-misplaced", inside(place, "organisation"), facts));
  }
  issues.push(...keyFaults(world, fact, override));
  const value = readValue(fact, override, issues);
  return unlessIssues(issues, () => rowOf(world, fact, override, value));
}

function isCounted(fact: Fact): fact is CountedFact {
  return fact.source !== "last-year";
}

/** Every dimension of the fact with a code of its own, and no other. */
function keyFaults(
  { methodology, asOf }: FactWorld,
  fact: CountedFact,
  { key, place }: FactOverride,
): readonly Issue[] {
  const index = factIndex(fact);
  const where = inside(place, "key");
  const written = [...key].flatMap(([dimension, code]) => {
    const at = inside(where, dimension);
    if (!index.includes(dimension)) {
      const suggestion = suggestName(dimension, index);
      return [issue("reference-unknown", at, { name: dimension, kind: "dimension", suggestion })];
    }
    if (dimension === fact.period) {
      const known = periodsOfFact(methodology, fact, asOf.budgetYear).map((each) => each.code);
      if (known.includes(code)) return [];
      return [issue("period-unknown", at, { value: code, expected: known.join(", ") })];
    }
    const codes = methodology.codeLists.get(dimension)?.codes;
    if (codes?.has(code) === true) return [];
    const expected = [...(codes?.keys() ?? [])].join(", ");
    return [issue("code-unknown", at, { value: code, expected })];
  });
  if (index.every((dimension) => key.has(dimension))) return written;
  const value = [...key].map(([dimension, code]) => `${dimension}=${code}`).join(";");
  const expected = index.map((dimension) => `${dimension}=…`).join(";");
  return [...written, issue("key-malformed", where, { value, expected })];
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Plain digits; nothing for a cell that is to be gone. */
function readValue(
  fact: CountedFact,
  { value, place }: FactOverride,
  issues: Issue[],
): string | undefined {
  if (value === undefined) return undefined;
  const where = inside(place, "value");
  if (!DECIMAL.test(value)) {
    issues.push(issue("number-malformed", where, { value }));
    return undefined;
  }
  const read = factValueDecoder(fact).decode(value);
  if (!read.ok) issues.push(read.fault(where));
  return read.ok ? read.value : undefined;
}

function rowOf(
  { methodology, asOf }: Pick<FactWorld, "methodology" | "asOf">,
  fact: CountedFact,
  { organisationId, key, place }: FactOverride,
  value: string | undefined,
): CellRow {
  const code = fact.period === undefined ? "" : key.get(fact.period);
  const periods = periodsOfFact(methodology, fact, asOf.budgetYear);
  const isMeant = (each: FactPeriod) => each.code === code;
  const { text: period } = present(periods.find(isMeant), `period ${code} of ${fact.id}`);
  const source: RowSource = { file: place.file ?? "", row: 0 };
  const codeOf = (dimension: string) => present(key.get(dimension), `${dimension} of ${fact.id}`);
  const common = { organisationId, period, source };
  const isGone = value === undefined;
  if (fact.source === "facts") {
    const codes = fact.dimensions.map(({ dimension }) => [dimension, codeOf(dimension)] as const);
    const own = { fact: fact.measure, key: factKey(new Map(codes)), value: value ?? "0" };
    return { source: "facts", row: { ...common, ...own }, isGone };
  }
  // Every column is fixed or a dimension: the methodology was refused otherwise.
  const columnOf = (column: (typeof HEADCOUNT_COLUMNS)[number]): string => {
    const own = fact.dimensions.find((each) => each.column === column);
    return fact.where[column] ?? codeOf(present(own, `${column} of ${fact.id}`).dimension);
  };
  const columns = {
    tier: columnOf("tier"),
    level_or_group: columnOf("level_or_group"),
    programme: columnOf("programme"),
    child_category: columnOf("child_category"),
  };
  const own = { measure: fact.measure, headcount: Number(value ?? "0") };
  return { source: "headcounts", row: { ...common, ...columns, ...own }, isGone };
}

/** The register with these rows, in its order; what is gone is not there. */
export function replaceCells(
  snapshot: RegisterSnapshot,
  cells: readonly CellRow[],
): RegisterSnapshot {
  if (cells.length === 0) return snapshot;
  const headcounts = cells.flatMap((cell) => (cell.source === "headcounts" ? [cell] : []));
  const facts = cells.flatMap((cell) => (cell.source === "facts" ? [cell] : []));
  return {
    ...snapshot,
    headcounts: replaceHeadcounts(snapshot.headcounts, headcounts),
    facts: replaceFactRows(snapshot.facts, facts),
  };
}

/** Equal for cells of one row, whatever the facts are called by which it is read. */
export function nameOfRow(cell: CellRow): string {
  return cell.source === "facts" ? factRowName(cell.row) : headcountName(cell.row);
}

/** What stands in the row, as plain digits. */
export function valueOfRow(cell: CellRow): string {
  return cell.source === "facts" ? cell.row.value : `${cell.row.headcount}`;
}

/**
 * The same change for a model: the cells of every fact that the row makes up. An override that
 * `applyScenario` would refuse is a bug of the caller.
 */
export function factChangesOf(
  inputs: Pick<CalculationInputs, "methodology" | "asOf">,
  override: FactOverride,
): readonly FactChange[] {
  const fact = present(inputs.methodology.facts.get(override.fact), `fact ${override.fact}`);
  if (!isCounted(fact)) return [];
  const cell = rowOf(inputs, fact, override, plainDigits(fact, override.value));
  return changesOfRow(inputs, cell, cell.isGone ? undefined : valueOfRow(cell));
}

function plainDigits(fact: CountedFact, value: string | undefined): string | undefined {
  const read = value === undefined ? undefined : factValueDecoder(fact).decode(value);
  return read?.ok === true ? read.value : undefined;
}

/** The cells that a row makes up, with this value. */
export function changesOfRow(
  inputs: Pick<CalculationInputs, "methodology" | "asOf">,
  cell: CellRow,
  value: string | undefined,
): readonly FactChange[] {
  return changesOfRows(inputs, [{ cell, value }]);
}

/** The cells that rows of the register make up, each with its value, or gone. */
export function changesOfRows(
  { methodology, asOf }: Pick<CalculationInputs, "methodology" | "asOf">,
  rows: readonly { readonly cell: CellRow; readonly value: string | undefined }[],
): readonly FactChange[] {
  const cellsOf = (isGone: boolean): readonly FactChange[] => {
    const meant = rows.filter(({ value }) => (value === undefined) === isGone);
    if (meant.length === 0) return [];
    const table = buildFactTable(registerOf(meant), methodology, asOf.budgetYear);
    const organisations = new Set(meant.map(({ cell }) => cell.row.organisationId));
    return [...organisations].flatMap((organisationId) =>
      [...methodology.facts.keys()].flatMap((fact) =>
        [...table.cellsOf(organisationId, fact).values()].map(({ codes, value }) => {
          return { organisationId, fact, codes, value: isGone ? undefined : exactText(value) };
        }),
      ),
    );
  };
  return [...cellsOf(true), ...cellsOf(false)];
}

/** Nothing but these rows. */
function registerOf(
  rows: readonly { readonly cell: CellRow; readonly value: string | undefined }[],
): RegisterSnapshot {
  return {
    ...{ organisations: [], estimates: [], lastYear: [] },
    headcounts: rows.flatMap(({ cell, value = "0" }) =>
      cell.source === "headcounts" ? [{ ...cell.row, headcount: Number(value) }] : [],
    ),
    facts: rows.flatMap(({ cell, value = "0" }) =>
      cell.source === "facts" ? [{ ...cell.row, value }] : [],
    ),
  };
}
