/** Ranges by the mouse: what is painted, what is active, what goes to the clipboard. */
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { copy, linesOf } from "../support/sheet-clipboard.ts";
import { activeCell, cell, drag, moveTo, press, selected, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

it("a press makes a cell active; a drag paints what it goes over, also back", async () => {
  const page = await visit();
  await cell(page, "org-3", "september").click();
  expect([await activeCell(page), await selected(page)]).toEqual(["org-3/september", "one cell"]);
  const [from, far, near] = [
    cell(page, "org-4", "january"),
    cell(page, "org-9", "rate"),
    cell(page, "org-6", "average"),
  ];
  await drag(page, from, far, near);
  expect(await selected(page)).toBe("org-4/january org-6/average 9");
  expect(await activeCell(page)).toBe("org-4/january");
  await drag(page, cell(page, "org-8", "rate"), cell(page, "org-5", "january"));
  expect(await selected(page)).toBe("org-5/january org-8/rate 20");
  expect(await activeCell(page)).toBe("org-8/rate");
});

it("Shift extends, Ctrl adds ranges, and a press alone begins anew", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await cell(page, "org-4", "september").click({ modifiers: ["Shift"] });
  expect(await selected(page)).toBe("org-2/january org-4/september 6");
  await cell(page, "org-6", "rate").click({ modifiers: ["Control"] });
  await cell(page, "org-7", "coefficient").click({ modifiers: ["Control", "Shift"] });
  expect(await selected(page)).toBe("org-2/january org-7/coefficient 10");
  expect(await activeCell(page)).toBe("org-6/rate");
  await cell(page, "org-1", "january").click();
  expect(await selected(page)).toBe("one cell");
});

it("a drag beyond the edge scrolls on and takes the rows that come", async () => {
  const page = await visit();
  await moveTo(page, cell(page, "org-25", "january"));
  await page.mouse.down();
  const sheet = await page.locator("#grid-page-sheet").boundingBox();
  const bottom = (sheet?.y ?? 0) + (sheet?.height ?? 0);
  await page.mouse.move(430, bottom + 12, { steps: 4 });
  const last = cell(page, "org-50", "january");
  await expect.poll(() => last.getAttribute("class")).toContain("sheet-in-range");
  await page.mouse.up();
  await settle(page);
  expect(linesOf(await copy(page)).length).toBeGreaterThanOrEqual(26);
  expect(await activeCell(page)).toMatch(/^(?:org-25\/january|0 active: )/);
  await press(page, "Escape");
  expect(await activeCell(page)).toBe("org-25/january");
});

it("a header selects its column, the gutter its row, the corner everything", async () => {
  const page = await visit({ rows: 40 });
  await page.locator('.ag-header-cell[col-id="september"]').click();
  await settle(page);
  const column = linesOf(await copy(page));
  expect(column).toHaveLength(14);
  await cell(page, "org-2", "number").click();
  const [row = ""] = linesOf(await copy(page));
  expect(row.split("\t")).toHaveLength(13);
  expect(row).toMatch(/^\S+.*№ 2\t/);
  await cell(page, "org-4", "number").click({ modifiers: ["Shift"] });
  expect(linesOf(await copy(page))).toHaveLength(3);
  await page.locator('.ag-header-cell[col-id="number"]').click();
  const all = linesOf(await copy(page));
  expect([all.length, all[0]?.split("\t").length]).toEqual([14, 13]);
});

it("a range goes over the names that stay, over groups and into the total", async () => {
  const page = await visit({ rows: 40, isOpen: false });
  await drag(page, cell(page, "district-1", "name"), cell(page, "district-2", "january"));
  const lines = linesOf(await copy(page));
  expect(lines).toHaveLength(7);
  expect(lines[0]).toMatch(/^Северный\t\t\d+$/);
  expect(lines[6]).toMatch(/^Заречный\t\t\d+$/);
  await drag(page, cell(page, "district-8", "january"), cell(page, "city", "september"));
  expect(linesOf(await copy(page))).toHaveLength(2);
  expect(await selected(page)).toBe("district-8/january city/september 4");
});

it("a range holds to its cells when rows are ordered anew, and follows a filter", async () => {
  const page = await visit({ rows: 40 });
  await drag(page, cell(page, "org-1", "january"), cell(page, "org-5", "september"));
  const before = linesOf(await copy(page));
  expect(before).toHaveLength(5);
  await page.getByRole("searchbox").fill("№ 2");
  await expect.poll(() => cell(page, "org-1", "january").count()).toBe(0);
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-20", "january"));
  const filtered = linesOf(await copy(page));
  expect(filtered.length).toBeLessThan(8);
  expect(await activeCell(page)).toBe("org-2/january");
});
