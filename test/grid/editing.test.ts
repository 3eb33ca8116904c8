/** Typing into cells: what is accepted, where the frame goes, what is refused and kept. */
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import {
  activeCell,
  cell,
  cellText,
  drag,
  plain,
  press,
  selected,
  settle,
} from "../support/sheet-hand.ts";

const visit = useGridPage();

it("typing replaces, Enter goes down, sums follow to the tiyn, and the cell is marked", async () => {
  const page = await visit();
  await cell(page, "org-1", "january").click();
  await page.keyboard.type("2045");
  await press(page, "Enter");
  expect(await activeCell(page)).toBe("org-2/january");
  expect(await cellText(page, "org-1", "january")).toBe("2 045");
  // (8 × 2 045 + 4 × 2 079) ÷ 12 × 296 400,00 × 1,036, rounded once.
  expect(await cellText(page, "org-1", "amount")).toBe("631 439 099,20");
  expect(await cellText(page, "city", "january")).toBe("524 756");
  expect(await cell(page, "org-1", "january").getAttribute("class")).toContain("sheet-overridden");
});

it.each([
  ["305000,5", "305 000,50"],
  ["305\u00A0000,50", "305 000,50"],
  ["=305000-1000", "304 000,00"],
  ["+10%", "326 040,00"],
  ["*1,05", "311 220,00"],
])("a rate takes %s as %s", async (typed, shown) => {
  const page = await visit();
  await cell(page, "org-1", "rate").click();
  await page.keyboard.type(typed.slice(0, 1));
  await page.keyboard.insertText(typed.slice(1));
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-1", "rate")).toBe(shown);
});

it("F2 and a double press edit what stands there, Esc leaves it, Tab goes right", async () => {
  const page = await visit();
  await cell(page, "org-3", "january").click();
  await press(page, "F2");
  expect(plain(await editor(page).inputValue()).replaceAll(" ", "")).toBe("1813");
  await page.keyboard.type("9");
  await press(page, "Escape");
  expect(await cellText(page, "org-3", "january")).toBe("1 813");
  expect(await activeCell(page)).toBe("org-3/january");
  await cell(page, "org-3", "january").dblclick();
  await press(page, "End");
  await page.keyboard.type("0");
  await press(page, "Tab");
  expect(await cellText(page, "org-3", "january")).toBe("18 130");
  expect(await activeCell(page)).toBe("org-3/september");
});

it("an edit opens over its cell and is not larger", async () => {
  const page = await visit();
  await cell(page, "org-3", "rate").click();
  const under = await cell(page, "org-3", "rate").boundingBox();
  await press(page, "F2");
  const over = await editor(page).boundingBox();
  expect(Math.abs((over?.x ?? 0) - (under?.x ?? 0))).toBeLessThanOrEqual(3);
  expect(over?.height).toBeLessThanOrEqual((under?.height ?? 0) + 2);
});

it("what cannot be read is refused in its place, with the text kept and the reason said", async () => {
  const page = await visit();
  await cell(page, "org-3", "january").click();
  await page.keyboard.type("12 школ");
  await press(page, "Enter");
  expect(await editor(page).inputValue()).toBe("12 школ");
  expect(await editor(page).getAttribute("aria-invalid")).toBe("true");
  await expect.poll(() => alerts(page)).not.toBe("");
  await press(page, "Escape");
  expect(await cellText(page, "org-3", "january")).toBe("1 813");
  await page.keyboard.type("20001");
  await press(page, "Enter");
  expect(await editor(page).inputValue()).toBe("20001");
  await press(page, "Escape");
});

it("Delete lets the value of the base stand again", async () => {
  const page = await visit();
  await cell(page, "org-3", "january").click();
  await page.keyboard.type("5");
  await press(page, "Enter ArrowUp Delete");
  expect(await cellText(page, "org-3", "january")).toBe("1 813");
  expect(await cell(page, "org-3", "january").getAttribute("class")).not.toContain("overridden");
});

it("Ctrl+Enter gives the whole range one value", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-4", "september"));
  await page.keyboard.type("700");
  await press(page, "Control+Enter");
  for (const row of ["org-2", "org-3", "org-4"]) {
    expect(await cellText(page, row, "january")).toBe("700");
    expect(await cellText(page, row, "september")).toBe("700");
  }
  expect(await selected(page)).toBe("org-2/january org-4/september 6");
});

it("a column that only shows, a closed row and an approved scenario say why nothing opens", async () => {
  const page = await visit();
  for (const [row, column, reason] of [
    ["org-1", "capacity", "Мощность меняет только реестр"],
    ["org-18", "january", "Организация закрыта, правки не принимаются"],
  ] as const) {
    await cell(page, row, column).click();
    await press(page, "F2");
    expect(await editor(page).count()).toBe(0);
    await expect.poll(() => page.locator("body").textContent()).toContain(reason);
  }
  await page.getByText("Утверждён").click();
  await cell(page, "org-1", "january").click();
  await page.keyboard.type("7");
  await expect
    .poll(() => page.locator("body").textContent())
    .toContain("правки возможны в его копии");
  expect(await cellText(page, "org-1", "january")).toBe("2 044");
});

it("today's date comes by its key, and other dates as people write them", async () => {
  const page = await visit();
  await cell(page, "org-1", "date").click();
  await press(page, "Control+Semicolon");
  const today = await page.evaluate(
    "new Date().toLocaleDateString('ru-RU', { day: '2-digit', month: '2-digit', year: 'numeric' })",
  );
  await expect.poll(() => cellText(page, "org-1", "date")).toBe(today);
  await cell(page, "org-2", "date").click();
  await page.keyboard.type("1.9.26");
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-2", "date")).toBe("01.09.2026");
  await cell(page, "org-3", "date").click();
  await page.keyboard.type("31.02.2026");
  await press(page, "Enter");
  expect(await editor(page).inputValue()).toBe("31.02.2026");
});

it("Ctrl+Enter with arithmetic counts each cell from its own figure", async () => {
  const page = await visit();
  await drag(page, cell(page, "org-2", "january"), cell(page, "org-4", "january"));
  await page.keyboard.type("*2");
  expect(plain(await page.locator(".cell-note").textContent())).toBe("634 × 2 = 1 268");
  await press(page, "Control+Enter");
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("1 268");
  expect(await cellText(page, "org-3", "january")).toBe("3 626");
  expect(await cellText(page, "org-4", "january")).toBe("2 580");
  await press(page, "Control+Z");
  await expect.poll(() => cellText(page, "org-4", "january")).toBe("1 290");
  expect(await cellText(page, "org-2", "january")).toBe("634");
});

it.each(["Control+F", "Control+H", "Control+G", "F3"])(
  "%s in an open cell enters its text and opens the search of the sheet",
  async (keys) => {
    const page = await visit();
    await cell(page, "org-2", "january").click();
    await page.keyboard.type("700");
    await press(page, keys);
    await expect.poll(() => cellText(page, "org-2", "january")).toBe("700");
    await expect.poll(() => focusedTag(page)).toBe("INPUT");
    await press(page, "Escape");
    await expect.poll(() => activeCell(page)).toBe("org-2/january");
    await page.keyboard.type("x");
    await press(page, keys);
    expect(await editor(page).inputValue()).toBe("x");
    expect(await editor(page).getAttribute("aria-invalid")).toBe("true");
  },
);

it("rows stay where they are while their figures are edited, until order is asked for", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await page.locator('.ag-header-cell[col-id="january"] [data-sort]').click();
  await page.getByRole("searchbox").fill("Ясли");
  await expect.poll(() => cellText(page, "city", "name")).toContain("Показано");
  const rows = await rowIds(page);
  const [, second = "", third = ""] = rows;
  const below = await cellText(page, third, "january");
  await cell(page, second, "january").click();
  await page.keyboard.type("1");
  await press(page, "Enter");
  await expect.poll(() => cellText(page, second, "january")).toBe("1");
  expect(await activeCell(page)).toBe(`${third}/january`);
  expect(await cellText(page, third, "january")).toBe(below);
  const after = await rowIds(page);
  expect(after[after.indexOf(second) + 1]).toBe(third);
});

it("an editor stays over its cell when columns move under it, and follows the scroll", async () => {
  const page = await visit();
  await cell(page, "org-4", "rate").click();
  await press(page, "F2");
  await page.mouse.wheel(0, 72);
  await settle(page);
  const [over, under] = [
    await editor(page).boundingBox(),
    await cell(page, "org-4", "rate").boundingBox(),
  ];
  expect(Math.abs((over?.y ?? 0) - (under?.y ?? 99))).toBeLessThanOrEqual(2);
  await page.mouse.wheel(0, 3000);
  await settle(page);
  await page.keyboard.type("1");
  await settle(page);
  const back = await cell(page, "org-4", "rate").boundingBox();
  expect(Math.abs(((await editor(page).boundingBox())?.y ?? 0) - (back?.y ?? 99))).toBeLessThan(3);
  expect(plain(await editor(page).inputValue()).replaceAll(" ", "")).toMatch(/1$/);
});

it("letters of Russian and Kazakh keyboards begin the text, and keep their commands", async () => {
  const page = await visit();
  const keyboard = await page.context().newCDPSession(page);
  const type = async (key: string, code: string): Promise<void> => {
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key });
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
  };
  await cell(page, "org-2", "note").click();
  await type("Ә", "Digit2");
  await type("ң", "Digit4");
  expect(await editor(page).inputValue()).toBe("Әң");
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-2", "note")).toBe("Әң");
  const undo = { key: "я", code: "KeyZ", modifiers: 2 };
  await keyboard.send("Input.dispatchKeyEvent", { ...undo, type: "rawKeyDown" });
  await expect.poll(() => cellText(page, "org-2", "note")).toBe("");
});

it("a letter that is put together of several keys is one text, and Enter within it no entry", async () => {
  const page = await visit();
  const keyboard = await page.context().newCDPSession(page);
  const composed = (key: string, code: string): Promise<unknown> =>
    keyboard.send("Input.dispatchKeyEvent", {
      ...{ type: "rawKeyDown", key, code, windowsVirtualKeyCode: 229 },
    });
  await cell(page, "org-5", "note").click();
  await composed("Process", "KeyQ");
  await keyboard.send("Input.imeSetComposition", { text: "ә", selectionStart: 1, selectionEnd: 1 });
  expect(await editor(page).inputValue()).toBe("ә");
  await composed("Enter", "Enter");
  expect(await editor(page).inputValue()).toBe("ә");
  await keyboard.send("Input.insertText", { text: "ән" });
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-5", "note")).toBe("ән");
  expect(await activeCell(page)).toBe("org-6/note");
});

it("two taps of a finger open a cell, a tap elsewhere enters it", async () => {
  const page = await visit({ hasTouch: true, width: 820, height: 1180 });
  const [first, second] = [
    await middleOf(cell(page, "org-2", "january")),
    await middleOf(cell(page, "org-4", "january")),
  ];
  await page.touchscreen.tap(first.x, first.y);
  await page.touchscreen.tap(first.x, first.y);
  await editor(page).waitFor();
  await press(page, "Control+A");
  await page.keyboard.insertText("700");
  await page.touchscreen.tap(second.x, second.y);
  await expect.poll(() => cellText(page, "org-2", "january")).toBe("700");
  expect(await editor(page).count()).toBe(0);
});

function editor(page: Page): Locator {
  return page.locator("#grid-page-sheet input:not([type=checkbox])");
}

async function middleOf(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error("the place is not on view");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The rows on view from the top, without the total. */
async function rowIds(page: Page): Promise<readonly string[]> {
  const ids = await page.evaluate(`[...document.querySelectorAll(".ag-row[row-id]")]
    .map((row) => [row.getBoundingClientRect().top, row.getAttribute("row-id")])
    .filter(([, id]) => id.startsWith("org-"))
    .sort(([one], [other]) => one - other)
    .map(([, id]) => id)`);
  return ids as readonly string[];
}

async function focusedTag(page: Page): Promise<unknown> {
  return page.evaluate("document.activeElement.tagName");
}

/** What is said at once to those who do not see it. */
async function alerts(page: Page): Promise<string> {
  const texts = await page.locator('[role="alert"]').allTextContents();
  return texts.join(" ").trim();
}
