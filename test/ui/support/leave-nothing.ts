/**
 * Files of the page's tests share one window: what one left waiting, in which language it spoke and
 * what it kept do not reach the next one.
 */
import { afterAll } from "vitest";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";

const begin = globalThis.setTimeout;
const waiting = new Set<ReturnType<typeof begin>>();

globalThis.setTimeout = new Proxy(begin, {
  apply: (target, self, given) => {
    const timer = Reflect.apply(target, self, given) as ReturnType<typeof begin>;
    waiting.add(timer);
    return timer;
  },
});

afterAll(async () => {
  for (const timer of waiting) clearTimeout(timer);
  waiting.clear();
  globalThis.setTimeout = begin;
  await texts.changeLanguage("ru");
  localStorage.clear();
  sessionStorage.clear();
});
