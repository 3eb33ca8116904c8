import { describe, expect, it } from "vitest";
import { issueLine, issueRecord } from "../../../packages/api/src/cli/fault-lines.ts";
import { issue } from "../../../packages/core/src/index.ts";

const FOUND = issue(
  "bin-check-digit",
  { file: "organisations.csv", row: 12, column: "bin" },
  { value: "690240744431", expected: "690240744430" },
);

describe("an issue as a line of JSON", () => {
  it("has its place, its value and what was expected beside the sentence", () => {
    expect(issueRecord(FOUND, "fault", "Ой")).toEqual({
      ...{ severity: "fault", code: "bin-check-digit", message: "Ой" },
      ...{ file: "organisations.csv", row: 12, column: "bin" },
      ...{ value: "690240744431", expected: "690240744430" },
      facts: { value: "690240744431", expected: "690240744430" },
    });
  });

  it("leaves out what is not known of its place and its facts", () => {
    const found = issue("table-empty", { file: "a.csv" }, {});
    expect(issueRecord(found, "warning", "-")).toEqual({
      ...{ severity: "warning", code: "table-empty", message: "-", file: "a.csv", facts: {} },
    });
  });

  it("tells line and column of a document and not the character it counted from", () => {
    const place = { file: "a.json", path: ["formulas", 0], offset: 17, line: 3, column: "5" };
    const record = issueRecord(
      issue("name-unknown", place, { name: "x", suggestion: "" }),
      "fault",
      "-",
    );
    expect(record).toMatchObject({ path: ["formulas", 0], line: 3, column: "5" });
    expect(record).not.toHaveProperty("offset");
  });

  it("is one line, whatever the text", () => {
    const found = issue("date-malformed", {}, { value: "1\n2" });
    const line = issueLine(found, "fault", "«1\n2»");
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ value: "1\n2" });
  });
});
