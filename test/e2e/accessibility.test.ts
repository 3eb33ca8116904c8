/** Every screen by axe, in both themes, on a desk and on a phone. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser, type Visit, type VisitedAs } from "../support/browser.ts";

const visit = useBrowser();
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LOOKS: readonly (readonly [string, Visit])[] = [
  ["a desk in light", {}],
  ["a desk in the dark", { isDark: true }],
  ["a phone in light", { width: 390, height: 844, hasTouch: true }],
  ["a phone in the dark", { width: 390, height: 844, hasTouch: true, isDark: true }],
];
const SCREENS: readonly (readonly [string, VisitedAs, string | RegExp])[] = [
  ["/", "nobody", "Вход"],
  ["/reset", "nobody", "Восстановление пароля"],
  ["/people", "administrator", "Люди"],
  ["/journal", "auditor", "Журнал"],
  ["/account", "editor", "Мои данные"],
  // Another journey may have issued a scenario before.
  ["/", "director", /^Моё финансирование$|^Финансирование на 2026 год$/],
  ["/people", "editor", "Нет права на этот экран"],
];

describe.each(LOOKS)("on %s", (_name, look) => {
  it.each(SCREENS)("%s as %s", async (path, as, title) => {
    const { page, faults } = await visit(path, { ...look, as });
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await settle(page);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
      look.width ?? 1440,
    );
    expect(faults).toEqual([]);
  });

  it("the dialogs of people", async () => {
    const { page } = await visit("/people", { ...look, as: "administrator" });
    for (const name of [/^Пригласить/, /^Изменить: Айгерим/]) {
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      await settle(page);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });

  it("the sheet and the explanation of a school", async () => {
    const { page } = await visit("/", look);
    await page.getByRole("searchbox").waitFor();
    await settle(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("searchbox").fill("600140375485");
    if (look.hasTouch === true) await page.getByRole("button", { name: /№ 501/ }).click();
    else await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /04[.]2[.]360[.]040/ }).click();
    await page.getByRole("button", { name: /^Сумма по нормативу/ }).waitFor();
    await settle(page);
    expect(await violations(page)).toEqual([]);
  });

  it("its dialogs", async () => {
    const { page } = await visit("/", look);
    for (const name of [/Условных значений/, /Проверки/]) {
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      await settle(page);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });

  it("what stands there while nothing can be shown", async () => {
    const { page, context } = await visit("/", look);
    await context.route("**/api/v1/**", (route) => route.abort());
    await page.reload();
    await page.getByRole("alert").waitFor();
    await settle(page);
    expect(await violations(page)).toEqual([]);
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Lets what floats in come to rest: a colour half way has no contrast. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
}
