/** The department looks at a budget: what everybody gets, against the envelope, and why. */
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { row, rowText, spaced } from "../support/sheet-page.ts";

const visit = useBrowser();
const TOTAL = "431 539 534 616,52 ₸";

describe("the department opens the page and", () => {
  it("sees the envelope, what was allocated of it and what is left", async () => {
    const { page, faults } = await visit("/");
    await page.getByRole("treegrid").waitFor();
    const strip = spaced(await page.locator("[data-region=strip]").textContent());
    expect(strip).toContain("432 000,0 млн ₸");
    expect(strip).toContain("431 539,5 млн ₸ · 99,89 %");
    expect(strip).toContain("460 465 383,48 ₸");
    expect(spaced(await page.locator("body").textContent())).toContain(TOTAL);
    expect(await page.getByText("Демонстрационные данные").isVisible()).toBe(true);
    expect(await page.getByText("Предварительно").isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it("sees the districts add up to the city, in every unit", async () => {
    const { page, faults } = await visit("/");
    await row(page, "city").waitFor();
    expect(await rowText(page, "city", "total")).toBe("431 539 534,6");
    await page.getByRole("radio", { name: /Тенге/ }).click();
    const groups = await page
      .locator('.ag-row[row-id^="group:"], .ag-row[row-id="citywide"]')
      .all();
    expect(groups).toHaveLength(9);
    await expect.poll(() => rowText(page, "city", "total")).toMatch(/,\d\d$/);
    const shown = await Promise.all(
      groups.map((group) => group.locator('[col-id="total"]').textContent()),
    );
    const sum = shown.reduce((total, text) => total + tiynOf(text), 0n);
    expect(sum).toBe(43_153_953_461_652n);
    expect(tiynOf(await rowText(page, "city", "total"))).toBe(sum);
    expect(faults).toEqual([]);
  });

  it("finds a school and reads why it gets what it gets, down to the row of the register", async () => {
    const { page, faults } = await visit("/");
    await page.getByRole("searchbox", { name: "Найти организацию" }).fill("600140375485");
    await row(page, "600140375485").waitFor();
    await row(page, "city")
      .getByText(/Показано 1 из 2\s256/)
      .waitFor();
    await page.keyboard.press("Enter");
    const panel = page.locator("[data-region=panel]");
    await panel.getByText("893 718 977,00 ₸").waitFor();
    await panel.getByRole("button", { name: /Подушевое финансирование/ }).click();
    await panel.getByText("871 060 177,00 ₸").first().waitFor();
    const cell = panel.getByRole("button", { name: /Контингент на 1 января, начальный/ });
    await cell.click();
    await panel.getByRole("button", { name: /^Финансируемые ученики/ }).click();
    await panel.getByText("файл headcounts.csv, строка 8").waitFor();
    const bar = page.locator("[data-region=formula-bar]");
    expect(spaced(await bar.textContent())).toContain("= 871 060 177,00 ₸");
    expect(await bar.getByText("Сумма по нормативу").isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  it("changes the language without a reload, keeping the place", async () => {
    const { page, faults } = await visit("/");
    await page.getByRole("searchbox").fill("600140375485");
    await row(page, "600140375485").waitFor();
    await page.keyboard.press("Enter");
    await page.evaluate("globalThis.isSamePage = true");
    for (const [name, heading, district] of [
      ["Қазақша", "Неге осынша", "Жетісу ауданы"],
      ["English", "Why this amount", "Zhetysu"],
      ["Русский", "Почему столько", "Жетысуский район"],
    ] as const) {
      await page.getByRole("radio", { name }).click();
      await page.getByRole("heading", { name: heading }).waitFor();
      expect(await row(page, "group:zhetysu").textContent()).toContain(district);
      expect(await page.locator("[data-region=panel]").textContent()).toContain("600140375485");
    }
    expect(await page.evaluate("globalThis.isSamePage")).toBe(true);
    expect(faults).toEqual([]);
  });

  it("narrows the sheet to one tier from the strip, and back", async () => {
    const { page, faults } = await visit("/");
    await row(page, "city").waitFor();
    await page
      .locator("[data-region=strip]")
      .getByRole("button", { name: /Дошкольное/ })
      .first()
      .click();
    await page.getByRole("button", { name: /Снять фильтр/ }).waitFor();
    await row(page, "city")
      .getByText(/Показано 853 из 2\s256/)
      .waitFor();
    await page.getByRole("button", { name: /Снять фильтр/ }).click();
    await row(page, "city")
      .getByText(/2\s256 организаций/)
      .waitFor();
    expect(faults).toEqual([]);
  });

  it("groups otherwise and keeps the figure, its cell and its words the same", async () => {
    const { page, faults } = await visit("/");
    await page.getByRole("searchbox").fill("600140375485");
    await row(page, "600140375485").waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Группа/ }).click();
    await page.getByRole("option", { name: "Вид организации" }).click();
    const cell = page.locator(".ag-cell.sheet-active");
    await row(page, "600140375485").waitFor();
    await expect.poll(async () => spaced(await cell.textContent())).toBe("893 719,0");
    expect(spaced(await page.getByRole("contentinfo").textContent())).toContain("893 718 977,00");
    await row(page, "group:general_school").locator("[data-fold]").click();
    const figure = page.locator(".why-figure");
    await cell.getByText("Общеобразовательная школа").waitFor();
    await page.getByRole("button", { name: /Группа/ }).click();
    await page.getByRole("option", { name: "Район" }).click();
    await page.getByText(TOTAL).first().waitFor();
    expect(spaced(await figure.textContent())).toBe(TOTAL);
    expect(faults).toEqual([]);
  });

  it("is told when nothing is found, and how to go back", async () => {
    const { page } = await visit("/");
    await page.getByRole("searchbox").fill("нет такой школы");
    await page.getByText("Ничего не найдено").waitFor();
    await page.getByRole("button", { name: "Снять фильтры" }).click();
    await row(page, "city").waitFor();
    await row(page, "city")
      .getByText(/2\s256 организаций/)
      .waitFor();
  });

  it("opens the list of assumed values and of checks", async () => {
    const { page, faults } = await visit("/");
    await page.getByRole("button", { name: /Условных значений/ }).click();
    await page
      .getByRole("dialog")
      .getByText(/У этих значений нет акта/)
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Проверки/ }).click();
    expect(await page.getByRole("dialog").textContent()).toContain("Демонстрационные данные");
    expect(faults).toEqual([]);
  });
});

/** `1 234,50` in tiyn. */
function tiynOf(text: string | null): bigint {
  return BigInt((text ?? "").replaceAll(/[^\d]/g, ""));
}
