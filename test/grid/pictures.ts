/**
 * Takes pictures of the grid layer to look at: each mark by itself, then the whole page on a desk
 * and on a phone, light and dark, in three languages.
 *
 * `npx tsx --conditions=@zhanbasy/source test/grid/pictures.ts FOLDER`
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { serveGridPage } from "../support/grid-page-server.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { paste } from "../support/sheet-clipboard.ts";
import { cell, drag, press, settle } from "../support/sheet-hand.ts";

type Look = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isDark: boolean;
  readonly language: "ru" | "kk" | "en";
};

/** A mark: what a hand does to see it, and around which cell it is. */
type Mark = {
  readonly name: string;
  readonly at: (page: Page) => Locator;
  readonly show: (page: Page) => Promise<void>;
};

const MARGIN = { x: 120, y: 60 };
const at =
  (row: string, column: string) =>
  (page: Page): Locator =>
    cell(page, row, column);
const MARKS: readonly Mark[] = [
  {
    ...{ name: "active", at: at("org-3", "september") },
    show: (page) => cell(page, "org-3", "september").click(),
  },
  {
    ...{ name: "range", at: at("org-4", "september") },
    show: (page) => drag(page, cell(page, "org-3", "january"), cell(page, "org-5", "average")),
  },
  {
    ...{ name: "ranges", at: at("org-5", "average") },
    show: async (page) => {
      await drag(page, cell(page, "org-3", "january"), cell(page, "org-5", "september"));
      await cell(page, "org-6", "special").click({ modifiers: ["Control"] });
      await cell(page, "org-7", "rate").click({ modifiers: ["Control", "Shift"] });
    },
  },
  {
    ...{ name: "overridden", at: at("org-3", "january") },
    show: async (page) => {
      await cell(page, "org-3", "january").click();
      await page.keyboard.type("1814");
      await press(page, "Enter");
    },
  },
  {
    ...{ name: "read-only", at: at("org-18", "capacity") },
    show: (page) => cell(page, "org-18", "january").click(),
  },
  { name: "assumed", at: at("org-3", "rate"), show: settle },
  { name: "warning", at: at("org-6", "name"), show: settle },
  {
    ...{ name: "error", at: at("org-3", "september") },
    show: async (page) => {
      await cell(page, "org-2", "january").click();
      await paste(page, { text: "1\t?\n20001\t4\n5\t6\n" });
    },
  },
  {
    ...{ name: "stale", at: at("org-3", "amount") },
    show: async (page) => {
      await page.getByText("Данные изменились").click();
      await cell(page, "org-1", "january").click();
    },
  },
  {
    ...{ name: "changed", at: (page) => page.getByRole("tab").first() },
    show: async (page) => {
      await cell(page, "org-3", "january").click();
      await page.keyboard.type("1814");
      await press(page, "Enter");
    },
  },
  {
    ...{ name: "editor", at: at("org-3", "rate") },
    show: async (page) => {
      await cell(page, "org-3", "rate").click();
      await page.keyboard.type("+10%");
    },
  },
  {
    ...{ name: "editor-refused", at: at("org-3", "rate") },
    show: async (page) => {
      await cell(page, "org-3", "rate").click();
      await page.keyboard.type("12 тыс");
      await press(page, "Enter");
    },
  },
];

const LOOKS: readonly Look[] = [false, true].flatMap((isDark) =>
  (["ru", "kk", "en"] as const).flatMap((language) => [
    { name: "desk", width: 1440, height: 900, isDark, language },
    { name: "phone", width: 390, height: 844, isDark, language },
  ]),
);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Where to: test/grid/pictures.ts FOLDER\n");
  process.exitCode = 2;
} else {
  await takeAll(folder);
}

async function takeAll(into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const served = await serveGridPage();
  const browser = await launchBrowser();
  try {
    for (const isDark of [false, true]) {
      const look = { name: "mark", width: 1440, height: 900, isDark, language: "ru" } as const;
      for (const mark of MARKS) {
        await onPage(browser, served.address, look, (page) => takeMark(page, mark, look, into));
      }
    }
    for (const look of LOOKS) {
      await onPage(browser, served.address, look, (page) => takePage(page, look, into));
    }
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function onPage(
  browser: Browser,
  address: string,
  { width, height, isDark, language }: Look,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: isDark ? "dark" : "light" },
    ...{ deviceScaleFactor: 2, hasTouch: width < 768 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(`${address}/?rows=400&language=${language}`);
  await cell(page, "org-1", "name").waitFor();
  try {
    await work(page);
  } catch (error) {
    process.stderr.write(`${String(error).split("\n")[0]}\n`);
  } finally {
    await context.close();
  }
}

async function takeMark(page: Page, mark: Mark, look: Look, into: string): Promise<void> {
  await mark.show(page);
  await settle(page);
  const box = await mark.at(page).boundingBox();
  if (box === null) throw new Error(`${mark.name} is not on view`);
  const x = Math.max(0, box.x - MARGIN.x);
  const y = Math.max(0, box.y - MARGIN.y);
  await page.screenshot({
    path: join(into, `mark-${mark.name}-${look.isDark ? "dark" : "light"}.png`),
    clip: { x, y, width: box.width + 2 * MARGIN.x, height: box.height + 2 * MARGIN.y },
  });
}

/** One of everything: an edit, a refusal, a range. */
async function takePage(page: Page, look: Look, into: string): Promise<void> {
  if (look.width >= 768) {
    await cell(page, "org-9", "january").click();
    await page.keyboard.type("1700");
    await press(page, "Enter");
    await drag(page, cell(page, "org-3", "january"), cell(page, "org-6", "average"));
  }
  await settle(page);
  const theme = look.isDark ? "dark" : "light";
  await page.screenshot({ path: join(into, `${look.name}-${look.language}-${theme}.png`) });
}
