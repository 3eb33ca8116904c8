/** Kazakh in a browser that has no Kazakh data of its own. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { row, spaced } from "../support/sheet-page.ts";

const visit = useBrowser();

it("the browser lacks Kazakh data, which is what this file is for", async () => {
  const { page } = await visit("/");
  const month = await page.evaluate(
    "new Date(2026, 8, 1).toLocaleDateString('kk-KZ', { dateStyle: 'long' })",
  );
  expect(month).not.toContain("қыркүйек");
});

it("months, money, sums and the order of names are right nevertheless", async () => {
  const { page, faults } = await visit("/");
  await page.getByRole("radio", { name: "Қазақша" }).click();
  await page.getByRole("heading", { name: "Неге осынша" }).waitFor();
  await row(page, "city").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("kk");
  const text = spaced(await page.locator("body").textContent());
  expect(text).toContain("432 000,0 млн ₸");
  expect(text).toContain("431 539 534 616,52 ₸");
  expect(text).not.toMatch(/KZT|M\d\d\b/);
  const names = await page.locator('.ag-row[row-id^="group:"] [col-id="name"]').allTextContents();
  const districts = names.map((name) => spaced(name).split(/\s/)[0]);
  expect(districts).toEqual([
    ...["Алатау", "Алмалы", "Әуезов", "Бостандық"],
    ...["Жетісу", "Медеу", "Наурызбай", "Түрксіб"],
  ]);
  expect(faults).toEqual([]);
});
