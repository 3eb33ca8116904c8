import { describe, expect, it } from "vitest";
import type { CopiedCell } from "../../../../packages/ui/src/grid/clipboard/write-clipboard-html.ts";
import { writeClipboardHtml } from "../../../../packages/ui/src/grid/clipboard/write-clipboard-html.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetUnit } from "../../../../packages/ui/src/grid/sheet.ts";
import { SHARE, TENGE } from "../../support/norm-sheet.ts";

function cellOf(cell: CopiedCell, unit: SheetUnit | null = TENGE): Element {
  const html = writeClipboardHtml([[cell]], [unit]);
  const found = new DOMParser().parseFromString(html, "text/html").querySelector("td");
  if (found === null) throw new Error("no cell was written");
  return found;
}

describe("HTML for spreadsheets", () => {
  it("gives each of them the number", () => {
    const cell = cellOf({ text: "305000,50", kind: "number", stored: exactWhole(30_500_050n) });
    expect(cell.textContent).toBe("305000,50");
    expect(cell.getAttribute("x:num")).toBe("305000.50");
    expect(cell.getAttribute("sdval")).toBe("305000.50");
    expect(cell.getAttribute("sdnum")).toBe("1033;1049;# ##0,00");
    expect(cell.getAttribute("data-sheets-value")).toBe('{"1":3,"3":305000.50}');
    expect(cell.hasAttribute("data-zhanbasy-value")).toBe(false);
  });

  it("gives a percent as the quotient it is", () => {
    const stored = { numerator: -1n, denominator: 200n };
    const cell = cellOf({ text: "-0,5%", kind: "number", stored }, SHARE);
    expect(cell.getAttribute("x:num")).toBe("-0.005");
    expect(cell.getAttribute("sdnum")).toBe("1033;1049;0,00%");
    expect(cell.hasAttribute("data-zhanbasy-value")).toBe(false);
  });

  it("carries what the digits do not tell", () => {
    const third = { numerator: 100n, denominator: 3n };
    const cell = cellOf({ text: "0,33", kind: "number", stored: third });
    expect(cell.getAttribute("data-zhanbasy-value")).toBe("100/3");
  });

  it("keeps codes, formulas and long figures as text", () => {
    for (const [text, kind, stored] of [
      ["000391018056", "text", null],
      ["=1+2", "text", null],
      ["99999999999999,99", "number", exactWhole(9_999_999_999_999_999n)],
    ] as const) {
      const cell = cellOf({ text, kind, stored });
      expect(cell.textContent).toBe(text);
      expect(cell.hasAttribute("sdval")).toBe(false);
      expect(cell.hasAttribute("x:num")).toBe(false);
      expect(cell.getAttribute("sdnum")).toBe("1033;0;@");
      expect(cell.getAttribute("style")).toBe(String.raw`mso-number-format:'\@'`);
      expect(cell.getAttribute("data-sheets-value")).toBe(`{"1":2,"2":"${text}"}`);
    }
  });

  it("counts days as spreadsheets do", () => {
    const cell = cellOf({ text: "12.02.2026", kind: "date", stored: "2026-02-12" });
    expect(cell.getAttribute("sdval")).toBe("46065");
    const early = cellOf({ text: "01.01.1900", kind: "date", stored: "1900-01-01" });
    expect(early.hasAttribute("sdval")).toBe(false);
  });

  it("lets no text become markup", () => {
    const text = `<img src=x onerror="alert('1')">&\nb`;
    const cell = cellOf({ text, kind: "text", stored: text });
    expect(cell.querySelector("img")).toBeNull();
    expect(cell.innerHTML).toContain("&lt;img");
    expect(cell.querySelectorAll("br")).toHaveLength(1);
    expect(JSON.parse(cell.getAttribute("data-sheets-value") ?? "")).toEqual({ 1: 2, 2: text });
  });
});
