/** A forgotten password, a session that ended, and a sign-in that was tried too often. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { linkOf, openPostOffice, type PostOffice } from "../support/post-office.ts";
import { type StartedProduct, startProduct } from "../support/started-product.ts";

const visit = useBrowser();
const EMAIL = "admin@example.kz";
const FORGOTTEN = "забытая фраза о степи";
const CHOSEN = "новая фраза о горах";
let post: PostOffice | undefined;
let product: StartedProduct | undefined;

beforeAll(async () => {
  post = await openPostOffice();
  const settings = { ZHANBASY_SMTP_URL: post.url, ZHANBASY_MAIL_FROM: "zhanbasy@example.kz" };
  product = await startProduct(settings);
  const { address, firstRunCode: code } = product;
  const made = await fetch(new URL("/api/v1/first-run", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ code, name: "Айгерим Первая", email: EMAIL, password: FORGOTTEN, language: "ru" },
    }),
  });
  if (!made.ok) throw new Error(`no administrator: ${await made.text()}`);
}, 180_000);
afterAll(async () => {
  await product?.stop();
  await post?.close();
}, 60_000);

it("is replaced by the link of a letter, and the old one serves no more", async () => {
  if (product === undefined || post === undefined) throw new Error("nothing was started");
  const { address } = product;
  const { page, faults } = await visit("/", { as: "nobody", address });
  await page.getByRole("link", { name: "Забыли пароль?" }).click();
  await page.getByRole("heading", { name: "Восстановление пароля" }).waitFor();
  await page.getByLabel("Электронная почта").fill(EMAIL);
  await page.getByRole("button", { name: "Отправить письмо" }).click();
  await page.getByText("Письмо отправлено, если такой адрес здесь известен").waitFor();
  const link = linkOf(await post.nextLetter());
  await page.goto(link);
  await page.getByLabel("Новый пароль").fill(CHOSEN);
  await page.getByRole("button", { name: "Сохранить пароль" }).click();
  await page.getByText("Пароль изменён").waitFor();
  expect(faults).toEqual([]);
  await page.getByRole("link", { name: "Войти" }).click();
  await signIn(page, FORGOTTEN);
  await page.getByRole("alert").waitFor();
  await signIn(page, CHOSEN);
  await page.getByText("Расчётов пока нет").waitFor();
  await page.goto(link);
  await page.getByLabel("Новый пароль").fill(CHOSEN);
  await page.getByRole("button", { name: "Сохранить пароль" }).click();
  await page.getByRole("alert").waitFor();
});

it("keeps the page as it is when the session ends, and goes on after a sign-in", async () => {
  if (product === undefined) throw new Error("nothing was started");
  const { page, context } = await visit("/account", { as: "nobody", address: product.address });
  await signIn(page, CHOSEN);
  await page.getByLabel("Имя и фамилия").fill("Айгерим Вторая");
  await context.clearCookies();
  await page.getByRole("button", { name: "Сохранить" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Сеанс закончился" });
  await dialog.getByLabel("Пароль", { exact: true }).fill(CHOSEN);
  await dialog.getByRole("button", { name: "Войти", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Сохранено").waitFor();
  await page.reload();
  expect(await page.getByLabel("Имя и фамилия").inputValue()).toBe("Айгерим Вторая");
});

it("is not guessed: after five failures the page counts down", async () => {
  if (product === undefined) throw new Error("nothing was started");
  const { page } = await visit("/", { as: "nobody", address: product.address });
  const locked = page.getByText("Слишком много неудачных попыток");
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await signIn(page, "не та фраза совсем");
    await page.getByRole("alert").waitFor();
    expect(await locked.isVisible()).toBe(false);
  }
  await signIn(page, "не та фраза совсем");
  await locked.waitFor();
  expect(await page.getByRole("timer").textContent()).toMatch(/через 0:[0-3]\d/);
  expect(await page.getByRole("button", { name: "Войти", exact: true }).isDisabled()).toBe(true);
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel("Электронная почта").fill(EMAIL);
  await page.getByLabel("Пароль", { exact: true }).fill(password);
  const answered = page.waitForResponse(
    (response) => response.url().endsWith("/session") && response.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Войти", exact: true }).click();
  await answered;
}
