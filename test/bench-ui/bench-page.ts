/** Pages of the bench: the layer and the bare grid over the same city, in the same browser. */
import type { Browser, Page } from "playwright-core";
import type { ServedGridPage } from "../support/grid-page-server.ts";
import { addProbe } from "./probe.ts";
import type { UiMeasure } from "./ui-measures.ts";

/** What every measurement is given. */
export type UiBench = {
  readonly browser: Browser;
  readonly served: ServedGridPage;
  readonly isQuick: boolean;
  readonly tell: (measure: UiMeasure) => void;
};

/** Which city is shown, by which grid, and in how much room. */
export type BenchCity = {
  readonly rows: number;
  readonly columns: 12 | 40;
  readonly isBare: boolean;
  /** In CSS pixels; a desk unless it says otherwise. */
  readonly height?: number;
};

const [WIDTH, HEIGHT] = [1440, 900];

/** Runs the work on a page of its own, which is closed afterwards. */
export async function onPage<Value>(
  bench: UiBench,
  city: BenchCity,
  work: (page: Page) => Promise<Value>,
): Promise<Value> {
  const page = await openPage(bench, city);
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

/** Runs the work on both grids over the same city, which are closed afterwards. */
export async function onBoth<Value>(
  bench: UiBench,
  city: Omit<BenchCity, "isBare">,
  work: (ours: Page, bare: Page) => Promise<Value>,
): Promise<Value> {
  return onPage(bench, { ...city, isBare: false }, (ours) =>
    onPage(bench, { ...city, isBare: true }, (bare) => work(ours, bare)),
  );
}

async function openPage(
  { browser, served }: UiBench,
  { rows, columns, isBare, height = HEIGHT }: BenchCity,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height },
    colorScheme: "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await addProbe(page);
  const query = `rows=${rows}&columns=${columns}&open=1&sheets=roll&bare=${isBare ? 1 : 0}`;
  await page.goto(`${served.address}/?${query}`);
  await page.locator('.ag-row [col-id="amount"]').first().waitFor();
  await page.waitForTimeout(300);
  return page;
}
