/** Pages of the product in a real browser, with everything that goes wrong on them noted. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./launch-browser.ts";

/** What a visit looks like; a desk in Russian and light unless it says otherwise. */
export type Visit = {
  readonly width?: number;
  readonly height?: number;
  readonly isDark?: boolean;
  readonly hasTouch?: boolean;
};

/** A page of the product and everything that went wrong on it. */
export type Visited = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of the page's scripts, and requests that failed. */
  readonly faults: readonly string[];
};

/** Opens pages of the product in a browser that lives as long as the file's tests. */
export function useBrowser(): (path: string, visit?: Visit) => Promise<Visited> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (path, visit = {}) => {
    if (browser === undefined) throw new Error("the browser was not started");
    return visitPage(browser, new URL(path, inject("productAddress")).href, visit);
  };
}

async function visitPage(browser: Browser, address: string, visit: Visit): Promise<Visited> {
  const { width = 1440, height = 900, isDark = false, hasTouch = false } = visit;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? "dark" : "light",
    hasTouch,
    locale: "ru-KZ",
    acceptDownloads: true,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A question whose answer is not needed any more is taken back.
    if (reason !== "net::ERR_ABORTED") faults.push(`request: ${request.url()} ${reason}`);
  });
  await page.goto(address);
  return { page, context, faults };
}
