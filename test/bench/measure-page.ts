/**
 * The page on a warm server: from navigation to a sheet one can read and type into.
 *
 * Every visit is a new person's: nothing is kept from the one before.
 */
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/launch-browser.ts";
import { onDatabase, onServer, type Served } from "./running-product.ts";

/** Milliseconds of each visit. */
export async function measurePage(visits: number): Promise<readonly number[]> {
  const browser = await launchBrowser();
  try {
    return await onDatabase((database) =>
      onServer(database, async (served) => {
        const times: number[] = [];
        for (let visit = 0; visit < visits; visit += 1) {
          times.push(await timeOfVisit(browser, served));
        }
        return times;
      }),
    );
  } finally {
    await browser.close();
  }
}

async function timeOfVisit(browser: Browser, { base, cookie }: Served): Promise<number> {
  const address = new URL("/", base).href;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: address }]);
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(address);
  await page.locator('.ag-row[row-id="city"]').first().waitFor();
  await page.getByRole("searchbox").fill("1");
  const time = performance.now() - started;
  await context.close();
  return time;
}
