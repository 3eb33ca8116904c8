/** Pages of the product in a real browser, with everything that goes wrong on them noted. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import type { Role, SessionState } from "../../packages/api/src/contract.ts";
import { launchBrowser } from "./launch-browser.ts";

/** Who looks: a person of the demonstration by role, its second editor, or nobody. */
export type VisitedAs = Role | "second-editor" | "nobody";

/** What a visit looks like; a desk of an editor in Russian and light unless it says otherwise. */
export type Visit = {
  readonly as?: VisitedAs;
  /** Another product than the one of all journeys. */
  readonly address?: string;
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

type Kept = BrowserContextOptions["storageState"];

/** Opens pages of the product in a browser that lives as long as the file's tests. */
export function useBrowser(): (path: string, visit?: Visit) => Promise<Visited> {
  let browser: Browser | undefined;
  const kept = new Map<string, Kept>();
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (path, visit = {}) => {
    if (browser === undefined) throw new Error("the browser was not started");
    const { as = "editor", address = inject("productAddress") } = visit;
    const key = `${as} ${address}`;
    const context = await openContext(browser, visit, kept.get(key));
    if (as !== "nobody" && !kept.has(key)) {
      await signInAs(context, address, as);
      kept.set(key, await context.storageState());
    }
    return visitPage(context, new URL(path, address).href);
  };
}

/** Signs a person of the demonstration in, for every page of the context. */
async function signInAs(
  { request }: BrowserContext,
  address: string,
  as: Exclude<VisitedAs, "nobody">,
): Promise<void> {
  const route = new URL("/api/v1/session", address).href;
  const { samples } = (await (await request.get(route)).json()) as SessionState;
  const role = as === "second-editor" ? "editor" : as;
  const ofRole = (samples ?? []).filter((sample) => sample.role === role);
  const person = ofRole[as === "second-editor" ? 1 : 0];
  if (person === undefined) throw new Error(`the demonstration has no ${as}`);
  const answer = await request.post(`${route}/sample`, { data: { personId: person.id } });
  if (!answer.ok()) throw new Error(`no session for ${as}: ${await answer.text()}`);
}

function openContext(browser: Browser, visit: Visit, kept: Kept): Promise<BrowserContext> {
  const { width = 1440, height = 900, isDark = false, hasTouch = false } = visit;
  return browser.newContext({
    viewport: { width, height },
    colorScheme: isDark ? "dark" : "light",
    hasTouch,
    locale: "ru-KZ",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
    ...(kept === undefined ? {} : { storageState: kept }),
  });
}

async function visitPage(context: BrowserContext, address: string): Promise<Visited> {
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
