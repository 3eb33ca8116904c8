/** What the page says when there is nothing to show, or nobody to ask. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { row } from "../support/sheet-page.ts";

const visit = useBrowser();
const API = "**/api/v1/**";

it("a server that is gone is told in a sentence, with a way to try again", async () => {
  const { page, context } = await visit("/");
  await row(page, "city").waitFor();
  await context.route(API, (route) => route.abort());
  await page.reload();
  await page.getByText("Сервер не отвечает").waitFor();
  await context.unroute(API);
  await page.getByRole("button", { name: "Повторить" }).click();
  await row(page, "city").waitFor();
});

it("a server that fails gives the number of the case, and no code alone", async () => {
  const { page, context } = await visit("/");
  const problem = { type: "about:blank", title: "", status: 500, code: "fault", issues: [] };
  await context.route(API, (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({ ...problem, requestId: "case-42" }),
    }),
  );
  await page.reload();
  await page.getByText("case-42").waitFor();
  expect(await page.getByRole("button", { name: "Повторить" }).isVisible()).toBe(true);
});

it("a slow server shows the frame and skeletons, never a blank page", async () => {
  const { page, context } = await visit("/");
  await context.route(API, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.reload();
  await page.locator(".skeleton").first().waitFor();
  expect(await page.getByText("Zhanbasy").first().isVisible()).toBe(true);
  await row(page, "city").waitFor();
  expect(await page.locator(".skeleton").count()).toBe(0);
});

it("without a run the page says what to do", async () => {
  const { page, context } = await visit("/");
  await context.route("**/api/v1/runs*", (route) =>
    route.fulfill({ json: { items: [], next: null } }),
  );
  await page.reload();
  await page.getByText("Расчётов пока нет").waitFor();
  expect(await page.getByText(/Реестр города ещё не загружен/).isVisible()).toBe(true);
});
