/** Files of the page's tests share one window: what one left waiting does not reach the next one. */
import { afterAll } from "vitest";

const waiting = new Set<ReturnType<typeof setTimeout>>();
const begin = globalThis.setTimeout;

globalThis.setTimeout = Object.assign(
  (...given: Parameters<typeof begin>) => {
    const timer = begin(...given);
    waiting.add(timer);
    return timer;
  },
  { __promisify__: begin.__promisify__ },
) as typeof begin;

afterAll(() => {
  for (const timer of waiting) clearTimeout(timer);
  waiting.clear();
  globalThis.setTimeout = begin;
  localStorage.clear();
  sessionStorage.clear();
});
