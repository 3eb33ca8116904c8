/**
 * Clocks inside of a page: from an event of the person to the frame in which its effect is painted,
 * and from frame to frame while a grid is scrolled.
 */
import type { Page } from "playwright-core";

const SCRIPT = `
window.bench = (() => {
  let begun = null;
  const painted = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  return {
    arm: (kind) => {
      begun = null;
      const note = (event) => { begun = event.timeStamp; };
      window.addEventListener(kind, note, { capture: true, once: true });
    },
    until: async (isThere) => {
      const end = performance.now() + 10000;
      while (performance.now() < end) {
        await frame();
        if (begun === null || !isThere()) continue;
        return (await painted()) - begun;
      }
      throw new Error("what was waited for was not painted");
    },
    scroll: async (frames, step) => {
      const [scroller] = [...document.querySelectorAll("*")]
        .filter((one) => one.scrollHeight > one.clientHeight + 1000 && one.clientHeight > 200)
        .sort((left, right) => right.clientHeight - left.clientHeight);
      scroller.scrollTop = 0;
      for (let wait = 0; wait < 20; wait += 1) await frame();
      const times = [];
      let last = await frame();
      for (let count = 0; count < frames; count += 1) {
        scroller.scrollTop += step;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
  };
})();
`;

/** Puts the clocks into a page that is to be opened. */
export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript({ content: SCRIPT });
}

/** What is timed: the event that begins it, what the person does, and how its effect is known. */
export type Timed = {
  readonly event: "keydown" | "mousedown";
  readonly act: () => Promise<void>;
  /** An expression of the page that is true once the effect is there. */
  readonly isThere: string;
};

/** Milliseconds from the event to the end of the frame in which the effect is painted. */
export async function timeToPaint(page: Page, { event, act, isThere }: Timed): Promise<number> {
  await page.evaluate(`bench.arm(${JSON.stringify(event)})`);
  const measured = page.evaluate(`bench.until(() => ${isThere})`);
  await act();
  return Number(await measured);
}

/** Milliseconds of each frame while the sheet is scrolled down by so many pixels a frame. */
export async function timeScroll(page: Page, frames: number, step: number): Promise<number[]> {
  return (await page.evaluate(`bench.scroll(${frames}, ${step})`)) as number[];
}
