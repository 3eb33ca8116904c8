/** A piece of work from end to end, without a mouse. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { copy, linesOf } from "../support/sheet-clipboard.ts";
import { activeCell, cellText, plain, press, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

it("a school is found, corrected, filled down, copied on, checked and taken back by keys alone", async () => {
  const page = await visit();
  const before = await cellText(page, "city", "january");
  for (let presses = 0; presses < 20; presses += 1) {
    await press(page, "Tab");
    if (!(await activeCell(page)).endsWith("focus")) break;
  }
  expect(await activeCell(page)).toBe("org-1/january");
  await press(page, "Control+F");
  await page.keyboard.type("№ 5");
  await press(page, "Enter Escape");
  expect(await activeCell(page)).toBe("org-5/name");
  await press(page, "ArrowRight*2");
  await page.keyboard.type("150");
  await press(page, "Enter");
  expect(await cellText(page, "org-5", "january")).toBe("150");
  await press(page, "ArrowUp Shift+ArrowDown*2 Control+D");
  await expect.poll(() => cellText(page, "org-7", "january")).toBe("150");
  const copied = await copy(page);
  expect(linesOf(copied)).toEqual(["150", "150", "150"]);
  await press(page, "ArrowRight Control+V");
  await expect.poll(() => cellText(page, "org-7", "september")).toBe("150");
  const status = page.locator(".grid-page-status");
  await expect.poll(async () => plain(await status.textContent())).toContain("Сумма 450");
  await press(page, "Alt+PageDown");
  await settle(page);
  await press(page, "Control+Z*3");
  await expect.poll(() => cellText(page, "city", "january")).toBe(before);
  await press(page, "Control+Y");
  await expect.poll(() => cellText(page, "org-5", "january")).toBe("150");
  await press(page, "Control+Home Space");
  await settle(page);
  expect(await activeCell(page)).toBe("district-1/name");
  expect(await page.locator('.ag-row[row-id="org-1"]').count()).toBe(0);
  await press(page, "F2");
  expect(await activeCell(page)).toBe("district-1/name");
});

it("a rate is gone to, raised, rows are ordered, filtered and columns chosen by keys alone", async () => {
  const page = await visit({ rows: 40 });
  await page.locator("[data-region-entry]").focus();
  await press(page, "Control+G");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("4 ставка");
  await press(page, "Enter");
  await expect.poll(() => activeCell(page)).toBe("org-3/rate");
  await page.keyboard.type("*1,05");
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-3", "rate")).toBe("282 135,00");
  await press(page, "Control+Home ArrowRight*2 ArrowUp Enter");
  const header = page.locator('.ag-header-cell[col-id="january"]');
  await expect.poll(() => header.getAttribute("aria-sort")).toMatch(/cending$/);
  await press(page, "ArrowDown Shift+F6");
  await page.keyboard.type("№ 3");
  await expect.poll(() => cellText(page, "city", "name")).toMatch(/^Показано \d+ из 40$/);
  await press(page, "Escape");
  await expect.poll(() => cellText(page, "city", "name")).not.toMatch(/^Показано/);
  await tabTo(page, "Столбцы");
  await press(page, "Enter");
  await page.getByRole("dialog", { name: "Столбцы" }).waitFor();
  await tabTo(page, "Показать: Вид");
  await press(page, "Space Escape");
  await expect.poll(() => page.locator('.ag-header-cell[col-id="type"]').count()).toBe(0);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await press(page, "F6");
  await expect.poll(() => activeCell(page)).toMatch(/january$/);
  await press(page, "F6");
  expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("tab");
});

it("Tab goes through cells, F6 is the page's: no key is a trap", async () => {
  const page = await visit();
  await page.locator("[data-region-entry]").focus();
  await press(page, "Control+End Tab");
  await settle(page);
  const place = await activeCell(page);
  expect(place).not.toContain("active:");
});

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const here = `(document.activeElement.getAttribute("aria-label") ??
    document.activeElement.textContent).trim()`;
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await page.evaluate(here)) === name) return;
    await press(page, "Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}
