/** Everything that a mouse does, without one. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { row, rowText } from "../support/sheet-page.ts";

const visit = useBrowser();
const SPECIAL_SCHOOL = "line:secondary/04.2.360.003/formula";

it("the sheet is entered, a district unfolded, a figure explained and copied by keys alone", async () => {
  const { page, faults } = await visit("/");
  await row(page, "city").waitFor();
  await focusSheet(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Space");
  await page.locator('.ag-row[row-id="600140375485"], .ag-row[aria-level="2"]').first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  const name = await page.locator("[data-region=formula-bar]").textContent();
  expect(name).toContain("Всего");
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate("navigator.clipboard.readText()");
  expect(copied).toMatch(/^\d+,\d\d$/);
  await page.keyboard.press("F4");
  expect(await page.getByRole("heading", { name: "Почему столько" }).isVisible()).toBe(false);
  await page.keyboard.press("F4");
  expect(await page.getByRole("heading", { name: "Почему столько" }).isVisible()).toBe(true);
  await page.keyboard.press("Alt+Digit3");
  expect(await rowText(page, "city", "total")).toBe("431 539,5");
  expect(faults).toEqual([]);
});

it("a district folded from far inside of it gets the cell, the focus and the explanation", async () => {
  const { page, faults } = await visit("/");
  await row(page, "city").waitFor();
  await focusSheet(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Space");
  await page.locator('.ag-row[aria-level="2"]').first().waitFor();
  for (let presses = 0; presses < 15; presses += 1) await page.keyboard.press("ArrowDown");
  const panel = page.locator("[data-region=panel]");
  await panel.getByText(/БИН/).waitFor();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await page.locator('.ag-row[aria-level="2"]').first().waitFor({ state: "detached" });
  await panel.getByText("64 944 665 146,83 ₸").waitFor();
  const focused = "document.activeElement?.closest('[row-id]')?.getAttribute('row-id')";
  expect(await page.evaluate(focused)).toBe("group:alatau");
  expect(await page.locator(".sheet-active").first().textContent()).toContain("Алатауский");
  expect(faults).toEqual([]);
});

it("a part pressed in the panel keeps the focus there, and its cell comes on view", async () => {
  const { page, faults } = await visit("/");
  await row(page, "city").waitFor();
  const panel = page.locator("[data-region=panel]");
  await panel.getByRole("button", { name: /^Среднее образование/ }).press("Enter");
  await panel.getByRole("button", { name: /специальной школы/ }).press("Enter");
  await panel.getByRole("button", { name: /Специальная школа № 510/ }).press("Enter");
  await row(page, "620840618454").waitFor();
  expect(await rowText(page, "620840618454", SPECIAL_SCHOOL)).toBe("342 686,7");
  const region = "document.activeElement?.closest('[data-region]')?.getAttribute('data-region')";
  expect(await page.evaluate(region)).toBe("panel");
  await panel.getByRole("button", { name: "Всего", exact: true }).press("Enter");
  expect(await page.locator(".ag-cell.sheet-active").getAttribute("col-id")).toBe("total");
  expect(faults).toEqual([]);
});

it("the list of keys opens and closes, and focus comes back", async () => {
  const { page } = await visit("/");
  await row(page, "city").waitFor();
  await focusSheet(page);
  await page.keyboard.press("Shift+Slash");
  await page.getByRole("dialog", { name: "Клавиши" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const inside = await page.evaluate(
    "document.activeElement?.closest('[data-region=grid]') !== null",
  );
  expect(inside).toBe(true);
});

it("Tab leads out of every part of the page: focus is never trapped", async () => {
  const { page } = await visit("/");
  await row(page, "city").waitFor();
  const places = new Set<string>();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const region = await page.evaluate(
      "document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? ''",
    );
    places.add(String(region));
  }
  expect([...places]).toEqual(expect.arrayContaining(["strip", "toolbar", "grid", "panel"]));
});

async function focusSheet(page: Awaited<ReturnType<typeof visit>>["page"]): Promise<void> {
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("F6");
    const isInside = await page.evaluate(
      "document.activeElement?.closest('[data-region=grid]') !== null",
    );
    if (isInside === true) return;
  }
  throw new Error("F6 does not lead to the sheet");
}
