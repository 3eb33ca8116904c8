/**
 * Out of the sheet, through LibreOffice, and back: copied in the browser, opened and changed by a
 * real spreadsheet, pasted in the browser, exact to the tiyn.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { type Office, openOffice } from "../support/libreoffice.ts";
import { copy, linesOf, paste } from "../support/sheet-clipboard.ts";
import { cell, cellText, drag, selected } from "../support/sheet-hand.ts";

const visit = useGridPage();
let office: Office | undefined;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office?.close();
});

it("figures changed by LibreOffice come back exact to the tiyn", async ({ skip }) => {
  if (office === undefined) return skip("LibreOffice is not installed: no program soffice");
  const page = await visit();
  await drag(page, cell(page, "org-1", "special"), cell(page, "org-6", "coefficient"));
  const out = await copy(page);
  const opened = await office.convert(out.html, "html", "fods");
  expect(opened).toContain('office:value="296400"');
  const changed = opened
    .replace('office:value="296400"', 'office:value="296400.37"')
    .replace('office:value="1.091"', 'office:value="1.25"');
  const html = await office.convert(changed, "fods", "html");
  const text = await office.convert(changed, "fods", "tsv");
  await paste(page, { html, text });
  await expect.poll(() => cellText(page, "org-1", "rate")).toBe("296 400,37");
  expect(await selected(page)).toBe("org-1/special org-6/coefficient 18");
  const back = linesOf(await copy(page));
  const expected = linesOf(out).map((line) => line.split("\t"));
  expect(back.map((line) => line.split("\t"))).toEqual([
    ["3,22%", "296400,37", "1,036"],
    expected[1],
    ["8,93%", "268700,00", "1,250"],
    ...expected.slice(3),
  ]);
  // (8 × 2 044 + 4 × 2 079) ÷ 12 × 296 400,37 × 1,036, rounded once.
  expect(await cellText(page, "org-1", "amount")).toBe(AMOUNT);
});

it("the text that LibreOffice shows comes back the same", async ({ skip }) => {
  if (office === undefined) return skip("LibreOffice is not installed: no program soffice");
  const page = await visit();
  await drag(page, cell(page, "org-1", "january"), cell(page, "org-8", "september"));
  const out = await copy(page);
  const fods = await office.convert(out.html, "html", "fods");
  const text = await office.convert(
    fods.replace('office:value="2044"', 'office:value="2051"'),
    "fods",
    "tsv",
  );
  await paste(page, { text });
  await expect.poll(() => cellText(page, "org-1", "january")).toBe("2 051");
  expect(linesOf(await copy(page)).slice(1)).toEqual(linesOf(out).slice(1));
});

const AMOUNT = "631 235 173,58";
