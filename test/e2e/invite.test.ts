/** An administrator invites a director by a letter, who makes an account and sees what is theirs. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { linkOf, openPostOffice, type PostOffice } from "../support/post-office.ts";
import {
  openDemonstration,
  type StartedProduct,
  startProduct,
} from "../support/started-product.ts";

const visit = useBrowser();
const EMAIL = "director.new@example.kz";
const PASSWORD = "берёза у окна школы";
let post: PostOffice | undefined;
let product: StartedProduct | undefined;

beforeAll(async () => {
  post = await openPostOffice();
  const settings = { ZHANBASY_SMTP_URL: post.url, ZHANBASY_MAIL_FROM: "zhanbasy@example.kz" };
  product = await startProduct(settings);
  await openDemonstration(product);
}, 180_000);
afterAll(async () => {
  await product?.stop();
  await post?.close();
}, 60_000);

it("leads from the letter to the person's own page, in the language of the letter", async () => {
  if (product === undefined || post === undefined) throw new Error("nothing was started");
  const { address } = product;
  const { page, faults } = await visit("/people", { as: "administrator", address });
  await page.getByRole("button", { name: "Пригласить" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Электронная почта").fill(EMAIL);
  await dialog.getByLabel("Имя и фамилия").fill("Дархан Жаңабаев");
  await dialog.getByRole("button", { name: /Роль/ }).click();
  await page.getByRole("option", { name: "Директор организации" }).click();
  await dialog.getByRole("button", { name: "Пригласить" }).click();
  await dialog.getByText("Укажите хотя бы один БИН; в каждом 12 цифр.").waitFor();
  await dialog.getByLabel("БИН организаций").fill("600140375485");
  await dialog.getByRole("button", { name: /Язык письма/ }).click();
  await page.getByRole("option", { name: "Қазақша" }).click();
  await dialog.getByRole("button", { name: "Пригласить" }).click();
  await dialog.getByText("Письмо отправлено").waitFor();
  await dialog.getByRole("button", { name: "Готово" }).click();
  await page.getByRole("row", { name: /Дархан Жаңабаев.*открыто/ }).waitFor();
  expect(faults).toEqual([]);

  const link = linkOf(await post.nextLetter());
  const invited = await visit(new URL(link).pathname, { as: "nobody", address });
  await invited.page.getByRole("heading", { name: "Шақыру" }).waitFor();
  await invited.page.getByLabel("Құпиясөз", { exact: true }).fill(PASSWORD);
  await invited.page.getByRole("button", { name: "Тіркелгі жасау" }).click();
  await invited.page.getByText("Шығарылымдар әзірге жоқ").waitFor();
  expect(invited.faults).toEqual([]);

  const later = await visit("/people", { as: "nobody", address });
  await later.page.getByLabel("Электронная почта").fill(EMAIL);
  await later.page.getByLabel("Пароль", { exact: true }).fill(PASSWORD);
  await later.page.getByRole("button", { name: "Войти", exact: true }).click();
  await later.page.getByRole("heading", { name: "Бұл экранға құқық жоқ" }).waitFor();
  await later.page.getByRole("link", { name: "Басты бетке", exact: true }).click();
  await later.page.getByText("Шығарылымдар әзірге жоқ").waitFor();
  expect(later.faults).toEqual([]);
});
