/** Tables for the parser: the small register, with the cells that a test is about replaced. */
import type {
  Issue,
  ParsedRegister,
  RawTable,
  RegisterTables,
  Result,
} from "../../packages/core/src/index.ts";
import { getValue } from "./get-value.ts";
import { SMALL_REGISTER } from "./small-register.ts";

export type RowChange = Readonly<Record<string, string>>;

/** The rows of a file, one for each change; without changes, the file's own rows. */
export function rawTable(file: string, ...changes: readonly RowChange[]): RawTable {
  const [header = "", ...lines] = SMALL_REGISTER[file] ?? [];
  const columns = header.split(",");
  const rows = changes.length === 0 ? lines.map(() => ({})) : changes;
  return {
    file,
    columns,
    rows: rows.map((change: RowChange, at) => {
      const own = (lines[at % lines.length] ?? "").split(",");
      return {
        row: at + 2,
        cells: columns.map((column, place) => change[column] ?? own[place] ?? ""),
      };
    }),
  };
}

export function registerTables(change: Partial<RegisterTables> = {}): RegisterTables {
  return {
    organisations: [rawTable("organisations.csv")],
    headcounts: rawTable("headcounts.csv"),
    facts: undefined,
    estimates: undefined,
    lastYear: undefined,
    ...change,
  };
}

/** `code row column`, one text an issue. */
export function briefly(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, place }) => [code, place.row, place.column].join(" ").trim());
}

/** The issues of a refused result, briefly; none when it was not refused. */
export function faultsOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : briefly(result.issues);
}

export function snapshotOf(result: Result<ParsedRegister>): ParsedRegister["snapshot"] {
  return getValue(result).snapshot;
}
