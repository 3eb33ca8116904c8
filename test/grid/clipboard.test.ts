/** Copy, cut and paste with other spreadsheets, by the browser's own events. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { copy, linesOf, paste, putOnClipboard } from "../support/sheet-clipboard.ts";
import { cell, cellText, drag, press, selected, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

it("what is copied is exact, plain and in the order on view, with its unit in our HTML", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-1", "special"), cell(page, "org-2", "amount"));
  const copied = await copy(page);
  expect(linesOf(copied).map((line) => line.split("\t"))).toEqual([
    ["3,22%", "296400,00", "1,036", "631234385,60"],
    ["1,09%", "268700,00", "0,939", "167365169,00"],
  ]);
  expect(copied.html).toContain("<table");
  expect(copied.html).toContain("631234385.60");
});

it("a table of another program is pasted from one corner and stays selected", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await paste(page, { text: "1\u202F001\t1 002\r\n1\u00A0003\t1004,00\r\n" });
  await expect.poll(() => selected(page)).toBe("org-2/january org-3/september 4");
  expect(await figures(page)).toEqual(["1 001", "1 002", "1 003", "1 004"]);
  await press(page, "Control+Z");
  await expect.poll(() => figures(page)).toEqual(["634", "722", "1 813", "1 786"]);
});

it("figures are read however they are written", async () => {
  const page = await visit();
  await cell(page, "org-1", "rate").click();
  await paste(page, {
    text: ["305 000,50 ₸", "305000.75", "1,234,567.89", "12\u202F345", "300000"].join("\n"),
  });
  const rates = ["org-1", "org-2", "org-3", "org-4", "org-5"].map((row) =>
    cellText(page, row, "rate"),
  );
  await settle(page);
  expect(await Promise.all(rates)).toEqual([
    ...["305 000,50", "305 000,75", "1 234 567,89", "12 345,00", "300 000,00"],
  ]);
});

it("one value goes into every cell of the range, and a smaller table is repeated", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-5", "september"));
  await paste(page, { text: "800" });
  await expect.poll(() => cellText(page, "org-5", "september")).toBe("800");
  await paste(page, { text: "1\t2\n3\t4\n" });
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("1");
  expect(await cellText(page, "org-5", "september")).toBe("4");
});

it("a paste with one wrong cell is refused whole; its cells are marked and listed", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await paste(page, { text: "1001\tдвенадцать\n1003\t20001\n" });
  const invalid = page.locator('.ag-cell[aria-invalid="true"]');
  await expect.poll(() => invalid.count()).toBe(2);
  expect(await figures(page)).toEqual(["634", "722", "1 813", "1 786"]);
  const said = await page.locator("#grid-page-sheet").textContent();
  expect(said).toContain("двенадцать");
  await press(page, "Escape");
});

it("a paste over closed cells, over computed ones and beyond the edge is refused whole", async () => {
  const page = await visit();
  for (const [row, column, text] of [
    ["org-17", "january", "1\n2\n3"],
    ["org-2", "september", "1\t2"],
    ["org-2", "date", "01.02.2026\tСлово\tлишнее"],
  ] as const) {
    await cell(page, row, column).click();
    const before = await cellText(page, row, column);
    await paste(page, { text });
    await expect.poll(() => page.locator('[role="alert"]').allTextContents()).not.toEqual(["", ""]);
    expect(await cellText(page, row, column)).toBe(before);
    await press(page, "Escape*2");
  }
});

it("what was cut leaves the values of the base behind", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await page.keyboard.type("900");
  await press(page, "Enter ArrowUp");
  const { text } = await copy(page, "Control+X");
  expect(text.trim()).toBe("900");
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("634");
});

it("the HTML of another spreadsheet is read by the figures behind its texts", async () => {
  const page = await visit();
  await cell(page, "org-2", "rate").click();
  const html = '<table><tr><td sdval="123456.78" sdnum="1033;0;#,##0">123,457</td></tr></table>';
  await paste(page, { text: "123,457", html });
  await expect.poll(() => cellText(page, "org-2", "rate")).toBe("123 456,78");
});

it("figures of another unit are pasted only after a question", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  const copied = await copy(page);
  await cell(page, "org-3", "rate").click();
  await putOnClipboard(page, copied);
  await press(page, "Control+V");
  await settle(page);
  await press(page, "Escape");
  expect(await cellText(page, "org-3", "rate")).toBe("268 700,00");
});

it("text that is selected in a field stays the field's own to copy and paste", async () => {
  const page = await visit();
  await page.getByRole("searchbox").fill("№ 2");
  await page.getByRole("searchbox").press("Control+A");
  await page.getByRole("searchbox").press("Control+C");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("№ 2");
});

/** Both counts of the second and the third organisation. */
async function figures(page: Page): Promise<readonly string[]> {
  const places = ["org-2", "org-3"].flatMap((row) => [
    cellText(page, row, "january"),
    cellText(page, row, "september"),
  ]);
  return Promise.all(places);
}
