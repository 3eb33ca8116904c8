/**
 * Files of the page's tests share one window: what one left waiting, how wide it made the window,
 * at which address it stood, in which language it spoke and what it kept do not reach the next one.
 */
import { afterAll, vi } from "vitest";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";

const begin = globalThis.setTimeout;
const waiting = new Set<ReturnType<typeof begin>>();
const width = window.innerWidth;

globalThis.setTimeout = new Proxy(begin, {
  apply: (target, self, given) => {
    const timer = Reflect.apply(target, self, given) as ReturnType<typeof begin>;
    waiting.add(timer);
    return timer;
  },
});

// The test document's window has no `CSS.escape`, which controls that open ask for.
const page = document.defaultView;
if (page !== null && page.CSS === undefined) {
  Object.assign(page, {
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) },
  });
}

afterAll(async () => {
  for (const timer of waiting) clearTimeout(timer);
  waiting.clear();
  globalThis.setTimeout = begin;
  vi.unstubAllGlobals();
  window.innerWidth = width;
  Reflect.deleteProperty(window, "matchMedia");
  window.history.replaceState(null, "", "/");
  await texts.changeLanguage("ru");
  localStorage.clear();
  sessionStorage.clear();
});
