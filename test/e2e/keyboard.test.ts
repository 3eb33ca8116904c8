/** Everything that a mouse does, without one. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { row, rowText } from "../support/sheet-page.ts";

const visit = useBrowser();
const FOLD = "Alt+Shift+ArrowUp";
const FOLD_ALL = "Control+Alt+Shift+ArrowUp";
const OPEN_ALL = "Control+Alt+Shift+ArrowDown";
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
  await page.locator("[data-region=formula-bar]").getByText("Всего").first().waitFor();
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate("navigator.clipboard.readText()");
  expect(copied).toMatch(/^\d+,\d\d$/);
  await page.keyboard.press("F4");
  const heading = page.getByRole("heading", { name: "Почему столько" });
  await heading.waitFor({ state: "hidden" });
  await page.keyboard.press("F4");
  await heading.waitFor();
  await page.keyboard.press("Alt+Digit3");
  await expect.poll(() => rowText(page, "city", "total")).toBe("431 539,5");
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
  await page.evaluate(TEN_FRAMES);
  const focused = "document.activeElement?.closest('[row-id]')?.getAttribute('row-id')";
  expect(await page.evaluate(focused)).toBe("group:alatau");
  expect(await page.locator(".sheet-active").first().textContent()).toContain("Алатауский");
  expect(faults).toEqual([]);
});

it.each([
  { keys: `Space ${"ArrowDown ".repeat(15)}${FOLD}`, place: "group:alatau", open: [] },
  {
    keys: `Space ArrowDown ${FOLD} ArrowDown Space`,
    place: "group:almaly",
    open: ["group:almaly"],
  },
  { keys: `${OPEN_ALL} Control+ArrowDown ArrowUp ${FOLD_ALL}`, place: "citywide", open: [] },
])("a hand quicker than the page loses no key: $keys", async ({ keys, place, open }) => {
  const { page, context, faults } = await visit("/");
  await row(page, "city").waitFor();
  await focusSheet(page);
  await page.keyboard.press("Control+Home");
  const tools = await context.newCDPSession(page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const strokes = keys.split(" ").flatMap(strokesOf);
  await Promise.all(strokes.map((stroke) => tools.send("Input.dispatchKeyEvent", stroke)));
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.evaluate(TEN_FRAMES);
  expect(await page.evaluate(SHEET_NOW)).toEqual({ focused: place, active: place, open });
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
  await expect.poll(() => rowText(page, "620840618454", SPECIAL_SCHOOL)).toBe("342 686,7");
  const region = "document.activeElement?.closest('[data-region]')?.getAttribute('data-region')";
  expect(await page.evaluate(region)).toBe("panel");
  await panel.getByRole("button", { name: "Всего", exact: true }).press("Enter");
  await page.locator('.ag-cell.sheet-active[col-id="total"]').waitFor();
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
  await page.locator("[data-region=grid] :focus").waitFor();
});

it("Tab and F6 lead out of every part of the page: focus is never trapped", async () => {
  const { page } = await visit("/");
  await row(page, "city").waitFor();
  const places = new Set<string>();
  for (let presses = 0; presses < 60; presses += 1) {
    // Within the sheet Tab goes from cell to cell.
    await page.keyboard.press(places.has("grid") ? "F6" : "Tab");
    const region = await page.evaluate(
      "document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? ''",
    );
    places.add(String(region));
  }
  const all = ["strip", "toolbar", "grid", "panel", "tabs"];
  expect([...places]).toEqual(expect.arrayContaining(all));
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

const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Shift: 8 };
const KEY_CODES: Readonly<Record<string, number>> = {
  ...{ Space: 32, ArrowUp: 38, ArrowDown: 40 },
};

/** A chord as the browser's own protocol takes it, which does not wait for the page in between. */
function strokesOf(chord: string) {
  const [code = "", ...held] = chord.split("+").reverse();
  const stroke = {
    ...{ code, key: code === "Space" ? " " : code, windowsVirtualKeyCode: KEY_CODES[code] ?? 0 },
    modifiers: held.reduce((sum, name) => sum + (MODIFIERS[name] ?? 0), 0),
  };
  return [{ ...stroke, type: "rawKeyDown" } as const, { ...stroke, type: "keyUp" } as const];
}

/** Whatever the page still has to do after a key is done by then. */
const TEN_FRAMES = `new Promise((done) => {
  const wait = (frames) =>
    frames === 0 ? setTimeout(done) : requestAnimationFrame(() => wait(frames - 1));
  wait(10);
})`;

const SHEET_NOW = `({
  focused: document.activeElement.closest("[row-id]")?.getAttribute("row-id"),
  active: document.querySelector(".ag-cell.sheet-active")?.closest("[row-id]").getAttribute("row-id"),
  open: [...document.querySelectorAll(".ag-row[aria-expanded=true]")].map((row) =>
    row.getAttribute("row-id"),
  ),
})`;
