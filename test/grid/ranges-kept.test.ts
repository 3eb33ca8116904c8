/** What becomes of ranges when rows come, go and are ordered anew, and of whole rows and columns. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { copy, linesOf } from "../support/sheet-clipboard.ts";
import { activeCell, cell, drag, press, selected, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

const header = (page: Page, columnId: string) =>
  page.locator(`.ag-header-cell[col-id="${columnId}"]`);

/** F6 hands the focus to the sheet so, and that to its active cell. */
const TO_SHEET = `document.querySelector(".sheet").focus()`;

it("a whole column stays whole over a filter and another order", async () => {
  const page = await visit({ rows: 40, isOpen: true });
  await header(page, "september").click();
  const all = linesOf(await copy(page));
  await page.getByRole("searchbox").fill("№ 2");
  await expect.poll(() => cell(page, "org-1", "january").count()).toBe(0);
  await page.evaluate(TO_SHEET);
  const filtered = linesOf(await copy(page));
  expect(filtered.length).toBeGreaterThan(3);
  expect(filtered.length).toBeLessThan(all.length);
  await page.getByRole("searchbox").fill("");
  await expect.poll(() => cell(page, "org-1", "january").count()).toBe(1);
  await page.evaluate(TO_SHEET);
  await header(page, "january").locator("[data-sort]").click({ force: true });
  await settle(page);
  const ordered = linesOf(await copy(page));
  expect(ordered).not.toEqual(all);
  expect(ordered.toSorted()).toEqual(all.toSorted());
});

it("a range stays where other rows are folded away, and goes with its own", async () => {
  const page = await visit({ rows: 40, isOpen: true });
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-3", "september"));
  const range = await selected(page);
  await page.evaluate(`document.querySelector('[row-id="district-2"] [data-fold]').click()`);
  await settle(page);
  expect([await selected(page), await activeCell(page)]).toEqual([range, "org-2/january"]);
  await page.evaluate(`document.querySelector('[row-id="district-1"] [data-fold]').click()`);
  await settle(page);
  expect(await selected(page)).toBe("one cell");
});

it("whole rows grow without leading to their far end, and whole columns are picked", async () => {
  const page = await visit({ columns: 40, isOpen: true });
  await cell(page, "org-2", "number").click();
  await press(page, "Shift+ArrowDown*3");
  await settle(page);
  const left = `document.querySelector(".ag-grid-viewport").scrollLeft`;
  expect(await page.evaluate(left)).toBe(0);
  expect(linesOf(await copy(page))).toHaveLength(4);
  await header(page, "january").click();
  await header(page, "september").click({ modifiers: ["Shift"] });
  expect(linesOf(await copy(page))[0]?.split("\t")).toHaveLength(2);
  await header(page, "september").click();
  expect(linesOf(await copy(page))[0]?.split("\t")).toHaveLength(1);
});
