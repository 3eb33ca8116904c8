import { describe, expect, it } from "vitest";
import { findRegisterFaults, parseRegister } from "../../../packages/core/src/index.ts";
import {
  briefly,
  faultsOf,
  type RowChange,
  rawTable,
  registerTables,
  snapshotOf,
} from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

/** Well formed, and nobody's. */
const OTHER_STRANGER = "600140375485";
const SCHOOL_COUNT: RowChange = {
  period: "2026-01-01",
  tier: "secondary",
  level_or_group: "primary",
  programme: "general",
  child_category: "general",
};
const EMPTY = { ...rawTable("headcounts.csv"), rows: [] };

describe("a register", () => {
  it("is a snapshot of all its tables, sorted", () => {
    const estimates = rawTable("estimates.csv");
    const lastYear = rawTable("last_year.csv");
    const snapshot = snapshotOf(parse({ estimates, lastYear }));
    expect(snapshot.organisations.map(({ id }) => id)).toEqual([KINDERGARTEN, SCHOOL]);
    expect(snapshot.headcounts).toHaveLength(2);
    expect(snapshot.estimates).toHaveLength(1);
    expect(snapshot.lastYear).toHaveLength(1);
  });

  it("may be without estimates and without last year", () => {
    expect(snapshotOf(parse({}))).toMatchObject({ estimates: [], lastYear: [] });
  });

  it("does not depend on the order of its rows", () => {
    const { rows, ...table } = rawTable("headcounts.csv");
    const reversed = snapshotOf(parse({ headcounts: { ...table, rows: rows.toReversed() } }));
    expect(reversed).toEqual(snapshotOf(parse({})));
  });

  it("is refused with the faults of all its tables", () => {
    const tables = {
      organisations: [rawTable("organisations.csv", { ownership: "чужая" }, {})],
      headcounts: rawTable("headcounts.csv", { headcount: "-1" }),
      estimates: rawTable("estimates.csv", { amount: "x" }),
      lastYear: rawTable("last_year.csv", { bin: STRANGER }),
    };
    expect(faultsOf(parse(tables))).toEqual([
      "code-unknown 2 ownership",
      "number-negative 2 headcount",
      "number-malformed 2 amount",
      "organisation-unknown 2 bin",
    ]);
  });

  it("needs organisations and headcounts", () => {
    expect(faultsOf(parse({ headcounts: EMPTY }))).toEqual(["table-empty"]);
    const organisations = [{ ...rawTable("organisations.csv"), rows: [] }];
    expect(faultsOf(parse({ organisations }))).toEqual(["table-empty"]);
  });

  it("may have more faults than a function may have arguments", () => {
    const row = rawTable("headcounts.csv").rows[0] ?? { row: 2, cells: [] };
    const cells = row.cells.with(0, "x");
    const rows = Array.from({ length: 200_000 }, (_, at) => ({ row: at + 2, cells }));
    const result = parse({ headcounts: { ...rawTable("headcounts.csv"), rows } });
    expect(result.ok ? 0 : result.issues.length).toBeGreaterThan(200_000 - 1);
  });
});

describe("an organisation that its own row hides", () => {
  const stranger = { ...SCHOOL_COUNT, bin: STRANGER };
  const basic = { ...stranger, level_or_group: "basic" };
  const strangers = rawTable("headcounts.csv", stranger, basic);

  it.each([
    ["by an empty БИН", { bin: "" }, "value-missing 3 bin"],
    ["by a БИН cut short", { bin: "6501" }, "bin-malformed 3 bin"],
    ["by a БИН in the notation of spreadsheets", { bin: "6,5014E+11" }, "bin-malformed 3 bin"],
    ["by a БИН with a letter", { bin: "65014О308051" }, "bin-malformed 3 bin"],
    ["by blanks inside its БИН", { bin: "650140 308051" }, "bin-malformed 3 bin"],
    ["by the БИН of another", { bin: SCHOOL }, "organisation-duplicate 3 bin"],
  ])("is not called unknown elsewhere: %s", (_how, change: RowChange, expected) => {
    const organisations = [rawTable("organisations.csv", {}, { ...change, name_ru: "Школа № 3" })];
    const lastYear = rawTable("last_year.csv", { bin: STRANGER });
    const headcounts = rawTable("headcounts.csv", {}, stranger);
    expect(faultsOf(parse({ organisations, headcounts, lastYear }))).toEqual([expected]);
  });

  it("by a row that could not be read is not called unknown either", () => {
    const brokenRows = [{ row: 4, cells: ["обрывок"] }];
    const organisations = [{ ...rawTable("organisations.csv"), brokenRows }];
    expect(faultsOf(parse({ organisations, headcounts: strangers }))).toEqual([]);
  });

  it("is the one that most rows ask for; others are unknown still", () => {
    const organisations = [rawTable("organisations.csv", {}, {}, { bin: "" })];
    const lastYear = rawTable("last_year.csv", { bin: OTHER_STRANGER });
    expect(faultsOf(parse({ organisations, headcounts: strangers, lastYear }))).toEqual([
      "value-missing 4 bin",
      "organisation-unknown 2 bin",
    ]);
  });

  it("cannot be told from another that as many rows ask for", () => {
    const organisations = [rawTable("organisations.csv", {}, {}, { bin: "" })];
    const lastYear = rawTable("last_year.csv", { bin: OTHER_STRANGER }, { bin: STRANGER });
    expect(faultsOf(parse({ organisations, lastYear }))).toEqual([
      "value-missing 4 bin",
      "organisation-unknown 2 bin",
      "organisation-unknown 3 bin",
    ]);
  });

  it("is none when an organisation only stands there twice", () => {
    const organisations = [rawTable("organisations.csv", {}, {}, {})];
    const lastYear = rawTable("last_year.csv", { bin: STRANGER });
    expect(faultsOf(parse({ organisations, lastYear }))).toEqual([
      "organisation-duplicate 4 bin",
      "organisation-unknown 2 bin",
    ]);
  });

  it("may be a successor", () => {
    const school = { closed_on: "2026-08-31", successor_bin: STRANGER };
    const organisations = [rawTable("organisations.csv", school, {}, { bin: "" })];
    expect(faultsOf(parse({ organisations }))).toEqual(["value-missing 4 bin"]);
  });
});

describe("a cell merged down over several rows", () => {
  it("is told of its fault once, where it stands", () => {
    const words = { ownership: "частная", organisation_type: "гимназия", build_kind: "нет" };
    const table = rawTable("organisations.csv", words, words);
    const place = table.columns.indexOf("district_code");
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.with(place, "Чужой район"),
      mergedFrom: new Map([[place, 2]]),
    }));
    const organisations = [{ ...table, rows, sheet: "Школы" }];
    expect(faultsOf(parse({ organisations }))).toEqual(["word-unknown 2 district_code"]);
  });
});

describe("the faults of a register that was read in part", () => {
  it("do not call organisations unknown when their list is missing", () => {
    const tables = { ...registerTables(), organisations: [] };
    const headcounts = rawTable("headcounts.csv", { headcount: "-1" });
    const faults = findRegisterFaults({ ...tables, headcounts }, registerRules());
    expect(briefly(faults)).toEqual(["number-negative 2 headcount"]);
  });

  it("are found without headcounts too", () => {
    const organisations = [rawTable("organisations.csv", { bin: "x" })];
    const tables = { ...registerTables(), organisations, headcounts: undefined };
    expect(briefly(findRegisterFaults(tables, registerRules()))).toEqual(["bin-malformed 2 bin"]);
  });
});

function parse(change: Parameters<typeof registerTables>[0]) {
  return parseRegister(registerTables(change), registerRules());
}
