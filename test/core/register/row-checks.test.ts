import { describe, expect, it } from "vitest";
import { checkFirst, checkOrganisation } from "../../../packages/core/src/register/row-checks.ts";
import { type Findings, openTable } from "../../../packages/core/src/register/table-reader.ts";
import { briefly, rawTable } from "../../support/raw-tables.ts";
import { SCHOOL, STRANGER } from "../../support/small-register.ts";

const ROW = { row: 5, cells: [] };

describe("an organisation", () => {
  it.each([
    ["is known when the register has it", SCHOOL, new Set([SCHOOL]), []],
    ["is unknown otherwise", STRANGER, new Set([SCHOOL]), ["organisation-unknown 5 bin"]],
    ["is not asked for when an amount is citywide", "", new Set<string>(), []],
    ["is not asked for when its cell was at fault", undefined, new Set<string>(), []],
    ["is not asked for when there is no list to ask", STRANGER, undefined, []],
  ] as const)("%s", (_name, id, knownIds, expected) => {
    const { reader, findings } = open();
    checkOrganisation(reader, ROW, id, knownIds);
    expect(briefly(findings.issues)).toEqual(expected);
  });
});

describe("a key", () => {
  it("stands in one row; a second one names the first", () => {
    const { reader, findings } = open();
    const firstRows = new Map<string, number>();
    const key = { value: "EST-1", column: "line_id", code: "estimate-duplicate" } as const;
    expect(checkFirst(reader, { row: 2, cells: [] }, key, firstRows)).toBe(true);
    expect(checkFirst(reader, ROW, key, firstRows)).toBe(false);
    expect(findings.issues).toMatchObject([
      { code: "estimate-duplicate", place: { row: 5 }, facts: { value: "EST-1", first: "2" } },
    ]);
  });

  it("that could not be read is not compared", () => {
    const { reader, findings } = open();
    expect(checkFirst(reader, ROW, undefined, new Map())).toBe(true);
    expect(findings.issues).toEqual([]);
  });
});

function open() {
  const findings: Findings = { issues: [], warnings: [] };
  return { reader: openTable(rawTable("estimates.csv"), [], findings), findings };
}
