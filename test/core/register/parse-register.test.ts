import { describe, expect, it } from "vitest";
import { findRegisterFaults, parseRegister } from "../../../packages/core/src/index.ts";
import {
  briefly,
  faultsOf,
  rawTable,
  registerTables,
  snapshotOf,
} from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

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
    expect(faultsOf(parse({ organisations }))[0]).toBe("table-empty");
  });

  it("may have more faults than a function may have arguments", () => {
    const row = rawTable("headcounts.csv").rows[0] ?? { row: 2, cells: [] };
    const cells = row.cells.with(0, "x");
    const rows = Array.from({ length: 200_000 }, (_, at) => ({ row: at + 2, cells }));
    const result = parse({ headcounts: { ...rawTable("headcounts.csv"), rows } });
    expect(result.ok ? 0 : result.issues.length).toBeGreaterThan(200_000 - 1);
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
