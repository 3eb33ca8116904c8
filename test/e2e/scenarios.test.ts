/** Editors try what is not law yet, together, and nothing that they typed is lost. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { beginEdit, branchBase, finishEdit } from "../support/journey-scenario.ts";
import { spaced } from "../support/sheet-page.ts";

const visit = useBrowser();
const SAVED = /^Сохранено в/;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

describe("an editor", () => {
  it("finds the scenarios of the demonstration, each under what it stands on", async () => {
    const { page, faults } = await visit("/scenarios");
    const base = page.getByRole("row", { name: /База 2026/ }).first();
    expect(spaced(await base.textContent())).toContain("431 539 534 616,52");
    const branch = page.getByRole("row", { name: /^Вариант А/ }).first();
    expect(await branch.textContent()).toContain("от «База 2026», редакция 1");
    expect(faults).toEqual([]);
  });

  it("branches one, renames it and puts it away", async () => {
    const { page, faults } = await visit("/scenarios");
    await page.getByRole("button", { name: "Действия: Вариант А" }).click();
    await page.getByRole("menuitem", { name: "Создать копию" }).click();
    await page.getByLabel("Название").fill("Вариант для отдела");
    await page.getByRole("button", { name: "Создать копию" }).click();
    await page.getByRole("heading", { name: "Вариант для отдела" }).waitFor();
    await page.getByRole("link", { name: "Сценарии" }).first().click();
    await page.getByRole("button", { name: "Действия: Вариант для отдела" }).click();
    await page.getByRole("menuitem", { name: "В архив" }).click();
    await page.getByRole("button", { name: "В архив" }).click();
    await page.getByRole("row", { name: /Вариант для отдела/ }).waitFor({ state: "detached" });
    await page.getByText(/Показать \d+ архивн/).click();
    await page.getByRole("row", { name: /Вариант для отдела/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it("changes a rate, sees the envelope move, and takes it back", async () => {
    const { page, context, faults } = await visit("/scenarios");
    await page.goto(new URL(await branchBase(context, page, "Одна правка"), page.url()).href);
    const strip = page.getByRole("region", { name: "Конверт и распределение" });
    await strip.getByText(/460.465.383,48/).waitFor();
    await beginEdit(page, "secondary.Ez primary");
    await finishEdit(page, "465 488,00", "подбор под конверт");
    await page.getByText(SAVED).waitFor();
    await strip.getByText(/^134.693,00/).waitFor();
    await page.getByRole("tab", { name: /История/ }).click();
    await page.getByText(/без правки →/).waitFor();
    await page.getByRole("button", { name: "Отменить мою последнюю" }).click();
    await page.getByText("отменяет № 2").waitFor();
    await strip.getByText(/460.465.383,48/).waitFor();
    expect(faults).toEqual([]);
  });

  it("loses nothing when the server is out of reach and the page is loaded anew", async () => {
    const { page, context } = await visit("/scenarios");
    await page.goto(new URL(await branchBase(context, page, "Без связи"), page.url()).href);
    await context.route("**/batches", (route) => route.abort());
    await beginEdit(page, "secondary.Ez basic");
    await finishEdit(page, "530000", "протокол");
    await page.getByText("Не сохранено, 1 правка").waitFor();
    await page.reload();
    await page.getByText("Не сохранено, 1 правка").waitFor();
    await page.getByText(/^530.000,00$/).waitFor();
    await context.unroute("**/batches");
    await page.getByRole("button", { name: "Повторить" }).first().click();
    await page.getByText(SAVED).waitFor();
    await page.getByText(/^Что этот сценарий меняет/).waitFor();
    expect(await page.getByText(/Не сохранено/).count()).toBe(0);
  });
});

describe("two editors", () => {
  it("see each other, and the other's edits as they are saved", async () => {
    const first = await visit("/scenarios");
    const path = await branchBase(first.context, first.page, "Вдвоём");
    await first.page.goto(new URL(path, first.page.url()).href);
    const second = await visit(path, { as: "second-editor" });
    await first.page.getByRole("list", { name: "Сейчас смотрят" }).waitFor();
    await beginEdit(second.page, "secondary.Ez primary");
    await finishEdit(second.page, "463000", "вторая редакция");
    await first.page.getByText("вторая редакция").waitFor();
    expect(first.faults).toEqual([]);
    expect(second.faults).toEqual([]);
  });

  it("who change one cell are asked, and whoever stays last has chosen it", async () => {
    const first = await visit("/scenarios");
    const path = await branchBase(first.context, first.page, "Спор об одной ячейке");
    await first.page.goto(new URL(path, first.page.url()).href);
    const second = await visit(path, { as: "second-editor" });
    for (const { page } of [first, second]) await beginEdit(page, "secondary.Ez primary");
    await finishEdit(first.page, "465488", "первый");
    await first.page.getByText(SAVED).waitFor();
    await finishEdit(second.page, "470000", "второй");
    const card = second.page.getByText(/значение изменено/).locator("xpath=ancestor::*[@role][1]");
    await card.waitFor();
    const shown = spaced(await card.textContent());
    expect(shown).toContain("было462 600,00");
    expect(shown).toContain("465 488,00");
    expect(shown).toContain("у вас470 000,00");
    await second.page.getByRole("button", { name: "Оставить моё" }).click();
    await second.page.getByText(SAVED).waitFor();
    await first.page.getByText(/^470.000,00$/).waitFor();
    await first.page.getByRole("tab", { name: /История/ }).click();
    await first.page.getByText(/465.488,00 → /).waitFor();
  });
});

describe("everybody else", () => {
  it("reads a scenario and is told who edits it", async () => {
    const { page, faults } = await visit("/scenarios", { as: "auditor" });
    await page.getByRole("link", { name: "Вариант А" }).click();
    await page.getByText(/Сценарий правит аналитик управления/).waitFor();
    expect(await page.getByRole("button", { name: "Добавить правку" }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe.each([
  ["a desk in light", {}],
  ["a desk in the dark", { isDark: true }],
  ["a phone in light", { width: 390, height: 844, hasTouch: true }],
  ["a phone in the dark", { width: 390, height: 844, hasTouch: true, isDark: true }],
] as const)("on %s", (_name, look) => {
  it("every section can be read by everybody", async () => {
    const { page } = await visit("/scenarios", look);
    await page
      .getByRole("row", { name: /База 2026/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Вариант Б" }).click();
    for (const name of [/Правки/, /История/, /Значения без акта/, /Проверки/, /Выпуск/]) {
      const tab = page.getByRole("tab", { name });
      await tab.click();
      await page.getByRole("tabpanel").getByRole("status").waitFor({ state: "detached" });
      expect(await violations(page)).toEqual([]);
    }
    expect(await widerThanPage(page)).toBe(false);
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(300);
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Whether the page must be scrolled sideways. */
async function widerThanPage(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
}
