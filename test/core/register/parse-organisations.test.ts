import { describe, expect, it } from "vitest";
import type { RawTable } from "../../../packages/core/src/index.ts";
import { findAbsentOrganisations } from "../../../packages/core/src/register/organisation-references.ts";
import { parseOrganisations } from "../../../packages/core/src/register/parse-organisations.ts";
import type { Findings } from "../../../packages/core/src/register/table-reader.ts";
import { briefly, type RowChange, rawTable } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

describe("an organisation", () => {
  it("has names, a life, successors and the row it came from", () => {
    const { byId, issues } = parse(
      { closed_on: "31.08.2026", successor_bin: `${KINDERGARTEN}; ${KINDERGARTEN}` },
      {},
    );
    expect(issues).toEqual([]);
    expect(byId.get(SCHOOL)).toMatchObject({
      id: SCHOOL,
      nameRu: "Школа № 1",
      nameKk: "№ 1 мектеп",
      openedOn: "2018-11-01",
      closedOn: "2026-08-31",
      successorIds: [KINDERGARTEN, KINDERGARTEN],
      source: { file: "organisations.csv", row: 2 },
    });
  });

  it("may have a name that looks like a formula", () => {
    expect(parse({ name_ru: "=1+1" }).byId.get(SCHOOL)?.nameRu).toBe("=1+1");
  });

  it.each([
    [{ bin: "690240744431" }, "bin-check-digit 2 bin"],
    [{ bin: "" }, "value-missing 2 bin"],
    [{ name_ru: "\u00A0" }, "value-missing 2 name_ru"],
    [{ opened_on: "" }, "value-missing 2 opened_on"],
    [{ opened_on: "2018-13-01" }, "date-malformed 2 opened_on"],
    [{ closed_on: "2018-10-31" }, "date-order 2 closed_on"],
    [{ successor_bin: "12" }, "bin-malformed 2 successor_bin"],
    [{ successor_bin: SCHOOL }, "successor-self 2 successor_bin"],
    [{ successor_bin: `${KINDERGARTEN};${SCHOOL}` }, "successor-self 2 successor_bin"],
  ])("with %j is refused", (change: RowChange, expected) => {
    expect(parse(change).issues).toEqual([expected]);
  });

  it("may not have a successor that the register does not have", () => {
    const { references } = parse({ successor_bin: STRANGER });
    expect(briefly(findAbsentOrganisations(references))).toEqual([
      "successor-unknown 2 successor_bin",
    ]);
  });

  it("may be open for one day", () => {
    expect(parse({ closed_on: "2018-11-01" }).issues).toEqual([]);
  });

  it("is told every fault of its row at once", () => {
    const change = { bin: "1", name_ru: "", ownership: "чужая", opened_on: "вчера" };
    expect(parse(change).issues).toEqual([
      "bin-malformed 2 bin",
      "value-missing 2 name_ru",
      "date-malformed 2 opened_on",
      "code-unknown 2 ownership",
    ]);
  });

  it("that stands there twice is told with its first row", () => {
    const { findings } = parse({}, { bin: SCHOOL });
    expect(findings.issues).toMatchObject([
      { code: "organisation-duplicate", place: { row: 3 }, facts: { value: SCHOOL, first: "2" } },
    ]);
  });
});

describe("several sheets", () => {
  const sheet = (name: string, change: RowChange): RawTable => ({
    ...rawTable("organisations.csv", change),
    sheet: name,
  });

  it("are one list, in which a successor may stand on another sheet", () => {
    const school = sheet("Школы", { successor_bin: KINDERGARTEN });
    const { byId, issues } = parseTables([school, sheet("Сады", { bin: KINDERGARTEN })]);
    expect(issues).toEqual([]);
    expect([...byId.keys()]).toEqual([SCHOOL, KINDERGARTEN]);
  });

  it("may not repeat an organisation; the first sheet is named", () => {
    const { findings } = parseTables([sheet("Школы", {}), sheet("Сады", {})]);
    expect(findings.issues).toMatchObject([
      {
        code: "organisation-on-two-sheets",
        place: { sheet: "Сады" },
        facts: { sheet: "Школы", first: "2" },
      },
    ]);
  });

  it("are told their missing columns by the header they should have", () => {
    const table = sheet("Школы", {});
    const columns = table.columns.map((column) => (column === "location" ? "x" : column));
    expect(parseTables([{ ...table, columns }]).findings.issues).toMatchObject([
      { code: "column-missing", place: { sheet: "Школы" }, facts: { expected: "Местность" } },
    ]);
  });
});

describe("the ids that are known", () => {
  it("include those of rows at fault and of rows that did not fit", () => {
    const table = rawTable("organisations.csv", { ownership: "чужая" });
    const brokenRows = [{ row: 9, cells: [STRANGER, "обрывок"] }];
    const { references, byId } = parseTables([{ ...table, brokenRows }]);
    expect(references.knownIds).toEqual(new Set([SCHOOL, STRANGER]));
    expect(byId.size).toBe(0);
  });

  it("include what a mistyped id may have meant, so that the slip is told once", () => {
    const { knownIds } = parse({ bin: "690240744431" }).references;
    expect(knownIds?.has(SCHOOL)).toBe(true);
    expect(knownIds?.has(STRANGER)).toBe(false);
  });

  it("are nothing when there is no table or no column of ids", () => {
    const { columns, ...table } = rawTable("organisations.csv");
    const nameless = { ...table, columns: columns.map((each) => (each === "bin" ? "иин" : each)) };
    expect(parseTables([]).references.knownIds).toBeUndefined();
    expect(parseTables([nameless]).references.knownIds).toBeUndefined();
    expect(parseTables([{ ...table, columns, rows: [] }]).references.knownIds).toBeUndefined();
  });
});

describe("an organisation with a code", () => {
  const read = (columns: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const table = { file: "organisations.csv", columns };
    const cells = rows.map((each, place) => ({ row: place + 2, cells: each }));
    const rules = registerRules({ idScheme: "code", attributes: [] });
    return parseTables([{ ...table, rows: cells }], rules);
  };

  it("needs its id alone: it is called by it and has always been open", () => {
    const { byId, issues } = read(["id"], ["S-1"]);
    expect(issues).toEqual([]);
    expect(byId.get("S-1")).toMatchObject({
      ...{ nameRu: "S-1", nameKk: "S-1", openedOn: "1900-01-01", closedOn: undefined },
      successorIds: [],
    });
  });

  it("may have a name for all languages or one for each", () => {
    const { byId } = read(
      ["id", "name", "name_kk"],
      ["a", "School", ""],
      ["b", "School", "Мектеп"],
    );
    expect(byId.get("a")).toMatchObject({ nameRu: "School", nameKk: "School" });
    expect(byId.get("b")).toMatchObject({ nameRu: "School", nameKk: "Мектеп" });
  });

  it("may have a life and successors", () => {
    const columns = ["id", "opened_on", "closed_on", "successor"];
    const { byId } = read(columns, ["a", "2001-09-01", "2025-12-31", "b; c"], ["b"], ["c"]);
    expect(byId.get("a")).toMatchObject({
      ...{ openedOn: "2001-09-01", closedOn: "2025-12-31", successorIds: ["b", "c"] },
    });
  });

  it.each([
    [["id"], ["a/b"], "id-malformed 2 id"],
    [["id"], [""], "value-missing 2 id"],
    [["id", "opened_on"], ["a", "soon"], "date-malformed 2 opened_on"],
    [["id", "successor"], ["a", "a"], "successor-self 2 successor"],
    [["bin"], ["690240744430"], "column-missing"],
  ])("in columns %j with %j is refused", (columns, row, expected) => {
    expect(read(columns, row).issues).toEqual([expected]);
  });
});

it("two that come after each other are refused once", () => {
  const closed = { closed_on: "2026-08-31" };
  const { findings } = parse(
    { ...closed, successor_bin: KINDERGARTEN },
    { bin: KINDERGARTEN, ...closed, successor_bin: SCHOOL },
  );
  expect(findings.issues).toMatchObject([
    {
      code: "successor-circle",
      place: { row: 2 },
      facts: { path: `${SCHOOL} → ${KINDERGARTEN} → ${SCHOOL}` },
    },
  ]);
});

function parse(...changes: readonly RowChange[]) {
  return parseTables([rawTable("organisations.csv", ...changes)]);
}

function parseTables(tables: readonly RawTable[], rules = registerRules()) {
  const findings: Findings = { issues: [], warnings: [] };
  const reading = parseOrganisations(tables, rules, findings);
  return { ...reading, findings, issues: briefly(findings.issues) };
}
