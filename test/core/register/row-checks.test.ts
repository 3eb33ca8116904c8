import { describe, expect, it } from "vitest";
import { checkFirst } from "../../../packages/core/src/register/row-checks.ts";
import { type Findings, openTable } from "../../../packages/core/src/register/table-reader.ts";
import { rawTable } from "../../support/raw-tables.ts";

const ROW = { row: 5, cells: [] };

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
