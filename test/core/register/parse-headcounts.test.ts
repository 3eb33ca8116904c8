import { describe, expect, it } from "vitest";
import { parseRegister, type RegisterRules } from "../../../packages/core/src/index.ts";
import { HEADCOUNT_COLUMNS } from "../../../packages/core/src/register/snapshot.ts";
import { getValue } from "../../support/get-value.ts";
import {
  faultsOf,
  type RowChange,
  rawTable,
  registerTables,
  snapshotOf,
} from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

const KINDERGARTEN_ROW: RowChange = {
  bin: KINDERGARTEN,
  period: "2026-02",
  tier: "preschool",
  level_or_group: "full_day",
  programme: "core",
  child_category: "from_3",
  headcount: "81",
};

describe("a headcount", () => {
  it("keeps its codes, its period, its number and its row", () => {
    const { headcounts } = snapshotOf(parse({ period: "05.09.2026", headcount: "1 174" }));
    expect(headcounts).toEqual([
      {
        organisationId: SCHOOL,
        measure: "enrolled",
        period: "2026-09-05",
        tier: "secondary",
        level_or_group: "primary",
        programme: "general",
        child_category: "general",
        headcount: 1174,
        source: { file: "headcounts.csv", row: 2 },
      },
    ]);
  });

  it.each([
    [{ bin: "x" }, "bin-malformed 2 bin"],
    [{ bin: STRANGER }, "organisation-unknown 2 bin"],
    [{ bin: KINDERGARTEN }, "headcount-misplaced 2 bin"],
    [{ measure: "counted" }, "code-unknown 2 measure"],
    [{ programme: "" }, "value-missing 2 programme"],
    [{ programme: "core" }, "headcount-unclaimed 2 programme"],
    [{ period: "" }, "value-missing 2 period"],
    [{ period: "2026-01" }, "period-unknown 2 period"],
    [{ period: "2026-09-06" }, "period-unknown 2 period"],
    [{ period: "осень" }, "period-unknown 2 period"],
    [{ headcount: "" }, "value-missing 2 headcount"],
    [{ headcount: "-1" }, "number-negative 2 headcount"],
    [{ headcount: "1,5" }, "number-fractional 2 headcount"],
  ])("with %j is refused", (change: RowChange, expected) => {
    expect(faultsOf(parse(change))).toEqual([expected]);
  });

  it("is told every fault of its row at once", () => {
    const change = { bin: STRANGER, period: "осень", programme: "x", headcount: "-1" };
    expect(faultsOf(parse(change))).toEqual([
      "code-unknown 2 programme",
      "period-unknown 2 period",
      "number-negative 2 headcount",
      "organisation-unknown 2 bin",
    ]);
  });

  it("of an unknown organisation is told once, at its first row, with the number of its rows", () => {
    const stranger = { bin: STRANGER };
    const other = { bin: "600140375485", period: "2026-09-05" };
    const rows = [{}, stranger, { ...stranger, level_or_group: "basic" }, other];
    const result = parse(...rows.map((row) => ({ ...SCHOOL_ROW, ...row })));
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "organisation-unknown", place: { row: 3 }, facts: { value: STRANGER, count: "2" } },
      { code: "organisation-unknown", place: { row: 5 }, facts: { count: "1" } },
    ]);
  });

  it("of the wrong kind is told once for its organisation and fact, with the number of its rows", () => {
    const school = { ...KINDERGARTEN_ROW, bin: SCHOOL };
    const kindergarten = { ...SCHOOL_ROW, bin: KINDERGARTEN };
    const result = parse(school, kindergarten, { ...school, period: "2026-03" });
    expect(result.ok ? [] : result.issues).toMatchObject([
      {
        code: "headcount-misplaced",
        place: { row: 2, column: "bin" },
        facts: { value: SCHOOL, expected: "preschool.enrolled", count: "2" },
      },
      { place: { row: 3 }, facts: { value: KINDERGARTEN, count: "1" } },
    ]);
  });

  it("that stands there twice is told with its first row, even if its number differs", () => {
    const result = parse({}, { ...SCHOOL_ROW, headcount: "5" });
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "headcount-duplicate", place: { row: 3 }, facts: { first: "2" } },
    ]);
  });

  it("of zero is a headcount", () => {
    expect(snapshotOf(parse({ headcount: "0" })).headcounts).toMatchObject([{ headcount: 0 }]);
  });

  it("of an organisation whose own row is at fault is not called unknown or misplaced", () => {
    const organisations = [rawTable("organisations.csv", { ownership: "чужая" })];
    const headcounts = rawTable("headcounts.csv", {});
    const result = parseRegister(registerTables({ organisations, headcounts }), registerRules());
    expect(faultsOf(result)).toEqual(["code-unknown 2 ownership"]);
  });
});

const SCHOOL_ROW: RowChange = {
  bin: SCHOOL,
  period: "2026-01-01",
  tier: "secondary",
  level_or_group: "primary",
  programme: "general",
  child_category: "general",
};

describe("headcounts", () => {
  it("stand sorted by organisation, measure, period and dimensions", () => {
    const rows = [
      SCHOOL_ROW,
      { ...SCHOOL_ROW, level_or_group: "basic" },
      KINDERGARTEN_ROW,
      { ...KINDERGARTEN_ROW, period: "2026-01" },
    ];
    const { headcounts } = snapshotOf(parse(...rows));
    const keys = headcounts.map((row) => [row.organisationId, row.period, row.level_or_group]);
    expect(keys).toEqual([
      [KINDERGARTEN, "2026-01", "full_day"],
      [KINDERGARTEN, "2026-02", "full_day"],
      [SCHOOL, "2026-01-01", "basic"],
      [SCHOOL, "2026-01-01", "primary"],
    ]);
    expect(HEADCOUNT_COLUMNS.every((column) => headcounts[0]?.[column] !== "")).toBe(true);
  });

  it("ask the rules once for each organisation and fact", () => {
    let questions = 0;
    const isReporter: RegisterRules["isReporter"] = () => {
      questions += 1;
      return true;
    };
    const rows = [SCHOOL_ROW, { ...SCHOOL_ROW, period: "2026-09-05" }];
    const tables = registerTables({ headcounts: rawTable("headcounts.csv", ...rows) });
    getValue(parseRegister(tables, registerRules({ isReporter })));
    expect(questions).toBe(1);
  });
});

function parse(...rows: readonly RowChange[]) {
  return parseRegister(
    registerTables({ headcounts: rawTable("headcounts.csv", ...rows) }),
    registerRules(),
  );
}
