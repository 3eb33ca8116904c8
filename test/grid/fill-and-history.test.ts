/** Fill by keys and by the handle, and taking back over sorting, filters and sheets. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import {
  activeCell,
  cell,
  cellText,
  drag,
  moveTo,
  press,
  selected,
  settle,
} from "../support/sheet-hand.ts";

const visit = useGridPage();

it("Ctrl+D fills down and Ctrl+R to the right, as one batch", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-5", "january"));
  await press(page, "Control+D");
  expect(await column(page, "january", 2, 5)).toEqual(["634", "634", "634", "634"]);
  await press(page, "Control+Z");
  expect(await column(page, "january", 2, 5)).toEqual(["634", "1 813", "1 290", "142"]);
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-3", "september"));
  await press(page, "Control+R");
  expect(await column(page, "september", 2, 3)).toEqual(["634", "1 813"]);
});

it("the handle repeats one figure and goes on with a series", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await dragHandle(page, "org-2", "january", "org-4");
  expect(await column(page, "january", 2, 4)).toEqual(["634", "634", "634"]);
  expect(await selected(page)).toBe("org-2/january org-4/january 3");
  await cell(page, "org-6", "january").click();
  await page.keyboard.type("100");
  await press(page, "Enter");
  await page.keyboard.type("110");
  await press(page, "Enter");
  await drag(page, cell(page, "org-6", "january"), cell(page, "org-7", "january"));
  await dragHandle(page, "org-7", "january", "org-9");
  expect(await column(page, "january", 6, 9)).toEqual(["100", "110", "120", "130"]);
});

it("a fill over a closed row is refused whole", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-16", "january"), cell(page, "org-19", "january"));
  await press(page, "Control+D");
  await settle(page);
  expect(await column(page, "january", 16, 19)).toEqual(["1 610", "444", "1 719", "2 227"]);
  await expect.poll(() => page.locator('.ag-cell[aria-invalid="true"]').count()).toBe(1);
});

it("what was done is taken back and done again after sorting, a filter and another sheet", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await page.keyboard.type("635");
  await press(page, "Enter");
  await cell(page, "org-3", "rate").click();
  await page.keyboard.type("1");
  await press(page, "Enter");
  await page.locator('.ag-header-cell[col-id="amount"] [data-sort]').click();
  await page.getByRole("searchbox").fill("№ 40");
  await expect.poll(() => cell(page, "org-2", "january").count()).toBe(0);
  await page.getByRole("tab", { name: /Нормативы/ }).click();
  await cell(page, "norm-E₁", "own").click();
  await press(page, "Control+Z");
  await cell(page, "org-3", "rate").waitFor();
  await expect.poll(() => cellText(page, "org-3", "rate")).toBe("268 700,00");
  await expect.poll(() => activeCell(page)).toBe("org-3/rate");
  await press(page, "Control+Z");
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("634");
  await press(page, "Control+Y Control+Shift+Z");
  await expect.poll(() => cellText(page, "org-3", "rate")).toBe("1,00");
  expect(await cellText(page, "org-2", "january")).toBe("635");
});

it("Esc during a drag of the handle fills nothing, whatever the mouse does then", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await grabHandle(page, "org-2", "january");
  await page.mouse.down();
  await moveTo(page, cell(page, "org-5", "january"));
  const outline = await page.locator(".fill-outline").boundingBox();
  expect(outline?.height).toBeCloseTo(72, 0);
  await press(page, "Escape");
  expect(await page.locator(".fill-outline").count()).toBe(0);
  await moveTo(page, cell(page, "org-7", "january"));
  await page.mouse.up();
  await settle(page);
  expect(await column(page, "january", 2, 5)).toEqual(["634", "1 813", "1 290", "142"]);
  expect(await activeCell(page)).toBe("org-2/january");
});

it("with Ctrl held the handle copies a block instead of going on with it", async () => {
  const page = await visit();
  await cell(page, "org-6", "january").click();
  await page.keyboard.type("100");
  await press(page, "Enter");
  await page.keyboard.type("110");
  await press(page, "Enter");
  await drag(page, cell(page, "org-6", "january"), cell(page, "org-7", "january"));
  await dragHandle(page, "org-7", "january", "org-10", "Control");
  await expect
    .poll(() => column(page, "january", 6, 10))
    .toEqual(["100", "110", "100", "110", "100"]);
  await drag(page, cell(page, "org-6", "january"), cell(page, "org-7", "january"));
  await dragHandle(page, "org-7", "january", "org-4");
  await expect.poll(() => column(page, "january", 4, 6)).toEqual(["80", "90", "100"]);
});

it("a double press on the handle fills down to the end of the group, as one batch", async () => {
  const page = await visit();
  await cell(page, "org-19", "special").click();
  await page.keyboard.type("1");
  await press(page, "Enter ArrowUp");
  const before = await cellText(page, "org-20", "special");
  const { x, y } = await handlePoint(page, "org-19", "special");
  await page.mouse.dblclick(x, y);
  await expect.poll(() => cellText(page, "org-20", "special")).toBe("1,00 %");
  await page.mouse.wheel(0, 5000);
  await expect.poll(() => cellText(page, "org-50", "special")).toBe("1,00 %");
  await press(page, "Control+Z");
  await expect.poll(() => activeCell(page)).toBe("org-20/special");
  await expect.poll(() => cellText(page, "org-20", "special")).toBe(before);
});

it("a drag of the handle beyond the edge scrolls on and fills what was not on view", async () => {
  const page = await visit({ isOpen: true });
  await cell(page, "org-19", "january").click();
  const first = await cellText(page, "org-19", "january");
  await grabHandle(page, "org-19", "january");
  await page.mouse.down();
  const total = await page.locator(".ag-grid-pinned-bottom-rows").boundingBox();
  const { x } = await handlePoint(page, "org-19", "january");
  const bottom = total?.y ?? 0;
  await page.mouse.move(x - 20, bottom + 60, { steps: 6 });
  await cell(page, "org-80", "january").waitFor();
  await page.mouse.move(x - 20, bottom - 60, { steps: 3 });
  await settle(page);
  const reached = await rowAtPoint(page, x - 20, bottom - 60);
  await page.mouse.up();
  expect(reached).toMatch(/^org-/);
  const above = `org-${Number(reached.slice(4)) - 1}`;
  await expect.poll(() => cellText(page, reached, "january")).toBe(first);
  expect(await cellText(page, above, "january")).toBe(first);
  await press(page, "Control+Z");
  await expect.poll(() => cellText(page, "org-20", "january")).not.toBe(first);
  await expect.poll(() => activeCell(page)).toBe("org-20/january");
});

it("what is taken back in a folded group unfolds it, and a sheet that was left stays so", async () => {
  const page = await visit();
  await cell(page, "org-3", "rate").click();
  await page.keyboard.type("1");
  await press(page, "Enter");
  await cell(page, "district-1", "name").click();
  await press(page, "Space");
  await expect.poll(() => cell(page, "org-3", "rate").count()).toBe(0);
  await press(page, "Control+Z");
  await expect.poll(() => cellText(page, "org-3", "rate")).toBe("268 700,00");
  await expect.poll(() => activeCell(page)).toBe("org-3/rate");
  await press(page, "ArrowDown*3");
  await settle(page);
  await page.getByRole("tab", { name: /Нормативы/ }).click();
  await cell(page, "norm-E₁", "own").waitFor();
  await page.getByRole("tab", { name: /Контингент/ }).click();
  await cell(page, "org-6", "rate").waitFor();
  await expect.poll(() => activeCell(page)).toContain("org-6/rate");
});

it("the buttons take back and do again, and name what", async () => {
  const page = await visit();
  const undo = page.getByRole("button", { name: /^Отменить/ });
  expect(await undo.isDisabled()).toBe(true);
  await cell(page, "org-2", "january").click();
  await page.keyboard.type("635");
  await press(page, "Enter");
  await undo.click();
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("634");
  await expect
    .poll(() => page.getByRole("status").filter({ hasText: "Отменено: ввод, 1 ячейка" }).count())
    .toBe(1);
  await page.getByRole("button", { name: /^Вернуть/ }).click();
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("635");
});

it("the sheet that was changed carries a dot until all is taken back", async () => {
  const page = await visit();
  const tab = page.getByRole("tab", { name: /Контингент/ });
  expect(await tab.locator(".sheet-tab-dot").count()).toBe(0);
  await cell(page, "org-2", "january").click();
  await page.keyboard.type("635");
  await press(page, "Enter");
  await tab.locator(".sheet-tab-dot").waitFor();
  await press(page, "Control+Z");
  await tab.locator(".sheet-tab-dot").waitFor({ state: "detached" });
});

/** The figures of a column in rows that follow one another. */
async function column(page: Page, id: string, from: number, to: number): Promise<string[]> {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => `org-${from + at}`);
  return Promise.all(rows.map((row) => cellText(page, row, id)));
}

/** Takes the square at the corner of a cell and lets go in another row. */
async function dragHandle(
  page: Page,
  rowId: string,
  columnId: string,
  toRow: string,
  held?: "Control",
): Promise<void> {
  await grabHandle(page, rowId, columnId);
  await page.mouse.down();
  await moveTo(page, cell(page, toRow, columnId));
  if (held !== undefined) await page.keyboard.down(held);
  await page.mouse.up();
  if (held !== undefined) await page.keyboard.up(held);
  await settle(page);
}

async function grabHandle(page: Page, rowId: string, columnId: string): Promise<void> {
  const { x, y } = await handlePoint(page, rowId, columnId);
  await page.mouse.move(x, y);
}

async function handlePoint(
  page: Page,
  rowId: string,
  columnId: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await cell(page, rowId, columnId).boundingBox();
  if (box === null) throw new Error("the cell is not on view");
  return { x: box.x + box.width - 2, y: box.y + box.height - 2 };
}

async function rowAtPoint(page: Page, x: number, y: number): Promise<string> {
  const id = await page.evaluate(`document.elementFromPoint(${x}, ${y})
    ?.closest("[row-id]")?.getAttribute("row-id")`);
  return String(id);
}
