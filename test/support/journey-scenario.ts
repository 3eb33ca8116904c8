/** A scenario of a journey's own: a branch of the demonstration's base, so that journeys never meet. */
import type { BrowserContext, Page } from "playwright-core";
import type { Page as ListPage, ScenarioSummary } from "../../packages/api/src/contract.ts";

/** Makes it for the editor of the context; gives its path in the page. */
export async function branchBase({ request }: BrowserContext, page: Page, name: string) {
  const address = (path: string): string => new URL(`/api/v1${path}`, page.url()).href;
  const listed = await request.get(address("/scenarios?limit=100"));
  const { items } = (await listed.json()) as ListPage<ScenarioSummary>;
  const base = items.find(({ parent }) => parent === null);
  if (base === undefined) throw new Error("the demonstration has no base scenario");
  const made = await request.post(address("/scenarios"), {
    data: { name, parent: { id: base.id } },
  });
  if (!made.ok()) throw new Error(`no branch: ${await made.text()}`);
  const { id } = (await made.json()) as ScenarioSummary;
  return `/scenarios/${id}`;
}

/** Opens the form of an edit of the value that these words find; nothing is saved yet. */
export async function beginEdit(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Добавить правку" }).click();
  await page.getByRole("searchbox", { name: "Найти значение" }).fill(words);
  await page.getByRole("option").first().click();
}

/** Fills the form in and saves it. */
export async function finishEdit(page: Page, value: string, reason: string): Promise<void> {
  await page.getByLabel(/Новое значение/).fill(value);
  await page.getByLabel("Причина").fill(reason);
  await page.getByRole("button", { name: "Сохранить правку" }).click();
}
