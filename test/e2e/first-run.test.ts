/** The first minutes with an empty product: an administrator by the code, or the demonstration. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { type StartedProduct, startProduct } from "../support/started-product.ts";

const visit = useBrowser();
let product: StartedProduct | undefined;
let other: StartedProduct | undefined;

beforeAll(async () => {
  product = await startProduct();
  other = await startProduct();
}, 120_000);
afterAll(async () => {
  await product?.stop();
  await other?.stop();
}, 60_000);

it("makes the first administrator with the code of the console, and only once", async () => {
  if (product === undefined) throw new Error("the product was not started");
  const { address, firstRunCode } = product;
  const { page, faults } = await visit("/", { as: "nobody", address });
  await page.getByRole("heading", { name: "С чего начнём" }).waitFor();
  const form = page.locator("form");
  await form.getByLabel("Имя и фамилия").fill("Айгерим Первая");
  await form.getByLabel("Электронная почта").fill("admin@example.kz");
  await form.getByLabel("Пароль", { exact: true }).fill("короткий");
  await form.getByLabel("Код с консоли").fill("AAAA-AAAA");
  await form.getByRole("button", { name: "Создать администратора" }).click();
  await form.getByText("Пароль короче 12 знаков.").waitFor();
  await form.getByLabel("Пароль", { exact: true }).fill("степь весной зелёная");
  await form.getByRole("button", { name: "Создать администратора" }).click();
  await form.getByRole("alert").waitFor();
  expect(await page.getByRole("heading", { name: "С чего начнём" }).isVisible()).toBe(true);
  await form.getByLabel("Код с консоли").fill(firstRunCode.toLowerCase());
  await form.getByRole("button", { name: "Создать администратора" }).click();
  await page.getByText("Расчётов пока нет").waitFor();
  await page.getByRole("link", { name: "Люди" }).click();
  await page.getByRole("row", { name: /Айгерим Первая.*Администратор/ }).waitFor();
  const again = await page.request.post(new URL("/api/v1/first-run", address).href, {
    data: { code: firstRunCode, name: "Б", email: "b@example.kz", password: "ещё одна длинная" },
  });
  expect(again.ok()).toBe(false);
  expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
});

it("opens the demonstration with people to enter as, and labels it", async () => {
  if (other === undefined) throw new Error("the product was not started");
  const { page, faults } = await visit("/", { as: "nobody", address: other.address });
  await page.getByText("2 256").waitFor();
  await page.getByRole("button", { name: "Открыть пример" }).click();
  await page.getByText("Читаем реестр и считаем город.").waitFor();
  await page.getByText("Город, 2 256 организаций").waitFor({ timeout: 60_000 });
  await page.getByText("Демонстрационные данные").waitFor();
  await page.getByRole("button", { name: /^Учётная запись/ }).click();
  await page.getByRole("menuitem", { name: "Выйти", exact: true }).click();
  await page.getByRole("heading", { name: "Войти без пароля" }).waitFor();
  await page.getByRole("button", { name: /Аудитор/ }).click();
  await page.getByRole("link", { name: "Журнал" }).click();
  await page.getByText(/^Журнал цел/).waitFor();
  await page.getByText("Открыта демонстрация").waitFor();
  expect(faults).toEqual([]);
});
