/** Finding, replacing, going to a cell, filters, sorting, columns, and what the range adds up to. */
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { activeCell, cell, cellText, drag, plain, press, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

it("Ctrl+F finds figures and words, also in folded groups, and Esc goes to what was found", async () => {
  const page = await visit();
  await cell(page, "org-1", "january").click();
  await press(page, "Control+F");
  const bar = page.getByRole("search", { name: "Поиск в листе" });
  await bar.waitFor();
  await page.keyboard.type("№ 399");
  await press(page, "Enter");
  await cell(page, "org-399", "name").waitFor();
  await press(page, "Escape");
  expect(await activeCell(page)).toBe("org-399/name");
  await press(page, "Control+Home Control+F");
  await page.keyboard.type("296400,00");
  await press(page, "Enter Enter Shift+Enter Escape");
  expect(await activeCell(page)).toBe("org-1/rate");
  await press(page, "F3");
  expect(await activeCell(page)).toBe("org-6/rate");
});

it("Ctrl+H shows what would be replaced, and replaces it as one batch", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-1", "rate"), cell(page, "org-12", "rate"));
  await press(page, "Control+H");
  const bar = page.getByRole("search", { name: "Поиск в листе" });
  await bar.getByLabel("Найти").fill("231500,25");
  await bar.getByLabel("Заменить на").fill("232000,75");
  await bar.getByRole("button", { name: "Просмотреть замены" }).click();
  const preview = page.getByRole("dialog", { name: /Замена/ });
  await preview.waitFor();
  expect(plain(await preview.textContent())).toContain("232 000,75");
  expect(await cellText(page, "org-4", "rate")).toBe("231 500,25");
  await preview.getByRole("button", { name: /^Заменить \d+ яче/ }).click();
  await preview.waitFor({ state: "detached" });
  await expect.poll(() => cellText(page, "org-4", "rate")).toBe("232 000,75");
  await cell(page, "org-4", "rate").click();
  await press(page, "Control+Z");
  await expect.poll(() => cellText(page, "org-4", "rate")).toBe("231 500,25");
});

it("Ctrl+G goes to a row by its number and column, or by its name", async () => {
  const page = await visit();
  await cell(page, "org-1", "january").click();
  await press(page, "Control+G");
  await page.getByRole("dialog", { name: "Перейти к ячейке" }).waitFor();
  await page.keyboard.type("6 ставка");
  await press(page, "Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => activeCell(page)).toBe("org-5/rate");
  await press(page, "Control+G");
  await page.keyboard.type("№ 377");
  await press(page, "Enter");
  await expect.poll(() => activeCell(page)).toMatch(/^org-377/);
});

it("a condition is a pill: rows, their sums and their numbers are those that are left", async () => {
  const page = await visit();
  const all = await cellText(page, "city", "january");
  await addCondition(page, "Контингент на 1 января", "больше", "2300");
  await expect.poll(() => cellText(page, "city", "name")).toMatch(/^Показано \d+ из 400$/);
  expect(await cellText(page, "city", "january")).not.toBe(all);
  const shown = await page.locator('.ag-row [col-id="january"]').allTextContents();
  expect(shown.length).toBeGreaterThan(2);
  const pill = page.getByRole("button", { name: /Снять условие/ });
  await pill.first().click();
  await expect.poll(() => cellText(page, "city", "january")).toBe(all);
});

it("a press on a header orders rows by exact figures within their groups, and back", async () => {
  const page = await visit({ rows: 40 });
  const header = page.locator('.ag-header-cell[col-id="amount"]');
  const amounts = async (): Promise<readonly string[]> =>
    page.evaluate(`[...document.querySelectorAll(".ag-row[aria-level='2']")]
      .map((row) => [row.getBoundingClientRect().top, row.querySelector("[col-id=amount]")])
      .filter(([, cell]) => cell !== null)
      .sort(([one], [other]) => one - other)
      .map(([, cell]) => cell.textContent)`) as Promise<readonly string[]>;
  const first = await amounts();
  await header.locator("[data-sort]").click();
  await settle(page);
  const numbers = (texts: readonly string[]): readonly bigint[] =>
    texts.map((text) => BigInt(text.replaceAll(/\D/g, "")));
  const descending = numbers(await amounts());
  expect(descending).toEqual(numbers(first).toSorted((one, other) => (one > other ? -1 : 1)));
});

it("chosen columns, their width and order are there again after the page was opened anew", async () => {
  const page = await visit();
  await page.getByRole("button", { name: "Столбцы" }).click();
  const popover = page.getByRole("dialog", { name: "Столбцы" });
  await popover.getByLabel("Показать: Вид").click();
  await popover.getByLabel("Раньше: Поправочный коэффициент").click();
  await press(page, "Escape");
  await resize(page, "rate", 60);
  const before = await columns(page);
  expect(before.map(([id]) => id)).not.toContain("type");
  await page.reload();
  await cell(page, "org-1", "name").waitFor();
  expect(await columns(page)).toEqual(before);
  await page.getByRole("button", { name: "Столбцы" }).click();
  await page.getByRole("button", { name: "Вернуть вид" }).click();
  await press(page, "Escape");
  await cell(page, "org-1", "type").waitFor();
});

it("the status line tells one figure exactly, and of a range sum, average and count", async () => {
  const page = await visit();
  await cell(page, "org-1", "amount").click();
  const status = page.locator(".grid-page-status");
  await expect.poll(() => statusText(status)).toContain("631 234 385,60 ₸");
  await drag(page, cell(page, "org-1", "amount"), cell(page, "org-4", "amount"));
  // 631 234 385,60 + 167 365 169,00 + 528 845 666,80 + 292 443 385,31
  await expect.poll(() => statusText(status)).toContain("Сумма 1 619 888 606,71 ₸");
  expect(await statusText(status)).toContain("404 972 151,68");
  await drag(page, cell(page, "org-1", "rate"), cell(page, "org-4", "rate"));
  await expect.poll(() => statusText(status)).not.toContain("Сумма");
});

async function addCondition(
  page: Page,
  column: string,
  operator: string,
  value: string,
): Promise<void> {
  await page.getByRole("button", { name: "Условие" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Новое условие" });
  await choose(page, dialog.getByRole("button", { name: /Что проверять/ }), column);
  await choose(page, dialog.getByRole("button", { name: /Условие/ }), operator);
  await dialog.getByLabel(/Значение/).fill(value);
  await dialog.getByRole("button", { name: "Показать" }).click();
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function statusText(status: Locator): Promise<string> {
  return plain(await status.textContent());
}

/** The columns on view from left to right with their widths. */
async function columns(page: Page): Promise<readonly (readonly [string, number])[]> {
  return (await page.evaluate(`[...document.querySelectorAll(".ag-header-cell[col-id]")]
    .map((header) => [header.getAttribute("col-id"), header.getBoundingClientRect()])
    .sort(([, one], [, other]) => one.left - other.left)
    .map(([id, box]) => [id, Math.round(box.width)])`)) as readonly (readonly [string, number])[];
}

async function resize(page: Page, columnId: string, by: number): Promise<void> {
  const box = await page.locator(`.ag-header-cell[col-id="${columnId}"]`).boundingBox();
  if (box === null) throw new Error("the header is not on view");
  const [x, y] = [box.x + box.width - 1, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 4 });
  await page.mouse.up();
  await settle(page);
}
