import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../packages/api/src/files/read-workbook.ts";
import { getValue } from "../../support/get-value.ts";
import { faultsOf } from "../../support/raw-tables.ts";
import { type WorkbookCell, type WorkbookSheets, workbookBytes } from "../../support/workbook.ts";

const DATE_FORMAT = "dd.mm.yyyy";

describe("a cell of a workbook", () => {
  it.each([
    ["Школа", "text", "Школа"],
    [1400, "number", "1400"],
    [-12.5, "number", "-12.5"],
    [630_940_024_802, "number", "630940024802"],
    [0.1 + 0.2, "number", "0.3"],
    [123_456_789.01, "number", "123456789.01"],
    [1_234_567_890_123_456, "number", "1234567890123456"],
    [1e21, "number", "1000000000000000000000"],
    [{ number: 46_266, format: DATE_FORMAT }, "date", "2026-09-01T00:00:00"],
    [{ number: 46_266.5, format: "yyyy-mm-dd hh:mm" }, "date", "2026-09-01T12:00:00"],
    [{ number: 1400, format: "#,##0" }, "number", "1400"],
    [{ error: 23 }, "error", "#REF!"],
  ] as const)("%j is %s", (cell, kind, text) => {
    expect(read(cell)).toEqual({ kind, text, isFormula: false });
  });

  it.each([
    [{ formula: "130*2", value: 260 }, "number", "260"],
    [{ formula: "A1", value: "Школа" }, "text", "Школа"],
    [{ formula: "130*2" }, "text", ""],
  ] as const)("with the formula %j has its saved value", (cell, kind, text) => {
    expect(read(cell)).toEqual({ kind, text, isFormula: true });
  });

  it("keeps more digits than a spreadsheet does, so that it can be refused", () => {
    expect(read(4e14 + 0.34)?.text.length).toBeGreaterThan(16);
  });

  it("counts its days from 1904 when the workbook does", () => {
    const bytes = workbookBytes(
      { Школы: [[{ number: 44_804, format: DATE_FORMAT }]] },
      { date1904: true },
    );
    const [sheet] = getValue(readWorkbook({ file: "a.xlsx", bytes, sizeLimit: 1e6 }));
    expect(sheet?.rows[0]?.[0]?.text).toBe("2026-09-01T00:00:00");
  });
});

describe("a workbook", () => {
  it("is its sheets in order, with empty cells and merged ranges", () => {
    const rows = [["Район"], [null, "x"]];
    const bytes = workbookBytes({ Школы: rows, Сады: [] }, { merges: { Школы: ["A1:A3"] } });
    const sheets = getValue(readWorkbook({ file: "a.xlsx", bytes, sizeLimit: 1e6 }));
    expect(sheets.map(({ file, sheet }) => [file, sheet])).toEqual([
      ["a.xlsx", "Школы"],
      ["a.xlsx", "Сады"],
    ]);
    expect(sheets[0]?.rows[1]?.[0]).toBeUndefined();
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 0 }]);
  });

  const bytes = workbookBytes({ Школы: [["x"]] });

  it.each([
    ["is text", new TextEncoder().encode("bin,name_ru"), 1e6, "file-unreadable"],
    ["is cut short", bytes.subarray(0, 500), 1e6, "file-unreadable"],
    ["is too large", bytes, 1000, "file-too-large"],
  ])("that %s is refused", (_what, content, sizeLimit, code) => {
    expect(faultsOf(readWorkbook({ file: "a.xlsx", bytes: content, sizeLimit }))).toEqual([code]);
  });
});

function read(cell: WorkbookCell) {
  const sheets: WorkbookSheets = { Школы: [[cell]] };
  const bytes = workbookBytes(sheets);
  const [sheet] = getValue(readWorkbook({ file: "a.xlsx", bytes, sizeLimit: 1e6 }));
  return sheet?.rows[0]?.[0];
}
