/** Ways to a sheet on a page, as journeys need them. */
import type { Locator, Page } from "playwright-core";

/** A row by its id: a BIN, `group:alatau`, `citywide` or `city`; the part that scrolls. */
export function row(page: Page, id: string): Locator {
  return page
    .locator(`.ag-row[row-id="${id}"]`)
    .filter({ has: page.locator("[col-id]") })
    .first();
}

/** The text of a cell, with plain spaces. */
export async function rowText(page: Page, id: string, column: string): Promise<string> {
  return spaced(await page.locator(`.ag-row[row-id="${id}"] [col-id="${column}"]`).textContent());
}

/** Any space of a figure as a plain one. */
export function spaced(text: string | null): string {
  return (text ?? "").replaceAll(/[\u202F\u00A0]/g, " ");
}
