/** A director looks the school up on a phone, in Kazakh. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { spaced } from "../support/sheet-page.ts";

const visit = useBrowser();
const PHONE = { width: 390, height: 844, hasTouch: true };

it("a school is found by its BIN and its figure explained, without sideways scroll", async () => {
  const { page, faults } = await visit("/", PHONE);
  await page.getByRole("radio", { name: "Қазақша" }).click();
  await page.getByRole("searchbox").fill("600140375485");
  await page.getByRole("button", { name: /№ 501/ }).click();
  const panel = page.locator("[data-region=panel]");
  await panel.getByText("Неге осынша").waitFor();
  await panel.getByRole("button", { name: /04[.]2[.]360[.]040/ }).click();
  await panel.getByText("871 060 177,00 ₸").first().waitFor();
  expect(spaced(await panel.textContent())).toContain("«№ 501 жалпы білім беретін мектеп» КММ");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await panel.getByRole("button", { name: "Панельді жабу" }).click();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});

it("the way back of a phone closes the explanation and returns to the school", async () => {
  const { page, faults } = await visit("/", PHONE);
  await page.getByRole("searchbox").fill("600140375485");
  const card = page.getByRole("button", { name: /№ 501/ });
  await card.click();
  await page.locator("[data-region=panel]").waitFor();
  const address = page.url();
  await page.goBack();
  await page.locator("[data-region=panel]").waitFor({ state: "detached" });
  expect(page.url()).toBe(address);
  await expect.poll(() => page.evaluate("document.activeElement?.textContent")).toContain("№ 501");
  expect(faults).toEqual([]);
});

it.for(["Русский", "Қазақша", "English"])(
  "the narrowest phone needs no sideways scroll: %s",
  async (language) => {
    const { page } = await visit("/", { ...PHONE, width: 320 });
    await page.getByRole("radio", { name: language }).click();
    await page.getByRole("searchbox").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  },
);

it("the cards of a phone are large enough for a finger", async () => {
  const { page } = await visit("/", PHONE);
  await page.getByRole("button", { name: /Медеуский/ }).click();
  const cards = await page.getByRole("main").getByRole("button").all();
  expect(cards.length).toBeGreaterThan(200);
  for (const card of cards.slice(0, 40)) {
    const box = await card.boundingBox();
    if (box !== null) expect(box.height).toBeGreaterThanOrEqual(44);
  }
});
