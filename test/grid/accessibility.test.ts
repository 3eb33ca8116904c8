/**
 * The page by axe, its words for those who do not see it, and no English where none belongs. Few
 * rows are on view: axe looks at each cell, and they are all alike.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type GridVisit, useGridPage } from "../support/grid-page.ts";
import { paste } from "../support/sheet-clipboard.ts";
import { cell, press, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The list of places is led through by the arrows of the field above it, and scrolls with them. */
const LED_FROM_OUTSIDE = "scrollable-region-focusable";
const LOOKS: readonly (readonly [string, GridVisit])[] = [
  ["Russian in light", { language: "ru", height: 460, rows: 32 }],
  ["Kazakh in the dark", { language: "kk", isDark: true, height: 460, rows: 32 }],
  ["English in light", { language: "en", height: 460, rows: 32 }],
  [
    "Russian in the dark on a phone",
    { rows: 32, width: 390, height: 640, hasTouch: true, isDark: true },
  ],
];

/** What a hand does to see a state, and the part of the page that is looked at then. */
type State = {
  readonly name: string;
  readonly part: string;
  readonly show: (page: Page) => Promise<void>;
};

const STATES: readonly State[] = [
  { name: "the page", part: "body", show: settle },
  {
    ...{ name: "the list of what was refused", part: ".refusal-list" },
    show: async (page) => {
      await cell(page, "org-2", "january").click();
      await press(page, "Shift+ArrowDown Shift+ArrowRight");
      await paste(page, { text: "1\t?\n3\t4\n" });
    },
  },
  { name: "an editor", part: ".cell-editor", show: (page) => press(page, "Escape F2") },
  { name: "the bar", part: "[role=search]", show: (page) => press(page, "Escape Control+H") },
  {
    ...{ name: "the preview of a replacement", part: "[role=dialog]" },
    show: async (page) => {
      const fields = page.locator("[role=search] input[type=text]");
      await fields.nth(0).fill("634");
      await fields.nth(1).fill("635");
      await page.locator("[role=search] .button-secondary").last().click();
    },
  },
  {
    ...{ name: "the way to a cell", part: "[role=dialog]" },
    show: async (page) => {
      await press(page, "Escape");
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
      await press(page, "Escape Control+G");
      await page.keyboard.type("3");
    },
  },
  {
    ...{ name: "the choice of columns", part: "[role=dialog]" },
    show: async (page) => {
      await press(page, "Escape");
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
      await page.locator(".grid-page-toolbar > .button-quiet").last().click();
    },
  },
];

describe.each(LOOKS)("in %s", (_name, look) => {
  it("every state of the sheet is clean by axe and speaks its language", async () => {
    const page = await visit(look);
    for (const { name: state, part, show } of STATES) {
      await show(page);
      await page.locator(part).first().waitFor();
      await settle(page);
      expect([state, await violations(page, part)]).toEqual([state, []]);
      expect([state, await foreignWords(page, look.language ?? "ru")]).toEqual([state, []]);
    }
  });
});

it("rows, columns, levels, groups and marks are told to those who do not see them", async () => {
  const page = await visit();
  const grid = page.getByRole("treegrid", { name: "Контингент" });
  expect(await grid.getAttribute("aria-multiselectable")).toBe("true");
  expect(Number(await grid.getAttribute("aria-rowcount"))).toBe(400 + 8 + 1 + 2);
  expect(Number(await grid.getAttribute("aria-colcount"))).toBe(14);
  const row = page.locator('.ag-row[row-id="org-2"]').first();
  expect(await row.getAttribute("aria-rowindex")).toBe("5");
  expect(await row.getAttribute("aria-level")).toBe("2");
  await cell(page, "org-3", "rate").click();
  expect(await labelOf(page)).toMatch(/^Школа-лицей № 3, Ставка на ученика в год, .*условное/);
  await page.keyboard.type("5");
  await press(page, "Enter ArrowUp");
  expect(await labelOf(page)).toMatch(/измен/);
  await cell(page, "org-1", "capacity").click();
  expect(await labelOf(page)).toContain("только чтение");
  expect(await page.locator('[aria-readonly="true"]').count()).toBeGreaterThan(0);
  await cell(page, "district-1", "name").click();
  const group = page.locator('.ag-row[row-id="district-1"]').first();
  expect(await group.getAttribute("aria-expanded")).toBe("true");
});

it("the fault of a cell is described, and its reason stands in the list", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await paste(page, { text: "x" });
  const faulty = cell(page, "org-2", "january");
  await expect.poll(() => faulty.getAttribute("aria-invalid")).toBe("true");
  await press(page, "ArrowDown ArrowUp");
  await faulty.click();
  expect(await labelOf(page)).toContain("не число");
});

it("nothing moves where motion is reduced, and forced colours keep the frames", async () => {
  const page = await visit();
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await cell(page, "org-2", "january").click();
  await press(page, "Shift+ArrowDown");
  const outline = await page.evaluate(
    `getComputedStyle(document.querySelector(".ag-cell.sheet-active")).outlineStyle`,
  );
  expect(outline).not.toBe("none");
});

async function violations(page: Page, part: string): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(part)
    .withTags(RULES)
    .analyze();
  const faults = found.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, ...node })));
  return faults.flatMap(({ id, html, target }) =>
    id === LED_FROM_OUTSIDE && html.includes('role="listbox"') ? [] : `${id}: ${target.join(" ")}`,
  );
}

async function labelOf(page: Page): Promise<string> {
  await settle(page);
  return String(await page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''"));
}

/** Words in Latin letters, in texts and in names that are only said; formulas and codes aside. */
async function foreignWords(page: Page, language: string): Promise<readonly string[]> {
  if (language === "en") return [];
  const texts = (await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      if (around.closest("script, style, [translate=no], body [lang]") === null)
        texts.push(walker.currentNode.textContent);
    }
    for (const element of document.querySelectorAll("*"))
      for (const name of ["aria-label", "aria-description", "title", "placeholder", "aria-roledescription"])
        texts.push(element.getAttribute(name) ?? "");
    return texts;
  })()`)) as readonly string[];
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
  return [...new Set(words)].filter((word) => !KEYS.has(word));
}

/** Keys as they stand on keyboards, and the language that names itself. */
const KEYS = new Set(["English", "Ctrl", "Shift", "Alt", "Enter", "Esc", "Tab", "Delete"]);
