/** How steadily the layer scrolls beside the bare grid, by turns. */
import type { Page } from "playwright-core";
import { onBoth, type UiBench } from "./bench-page.ts";
import { type FrameTimes, frameTimes, LONG_FRAME_MS, meanOf, pairedRatio } from "./frame-times.ts";
import { timeScroll } from "./probe.ts";

const ROWS = 2500;
const ROW_HEIGHT = 24;
const ROWS_A_FRAME = 4;
const WARMING_FRAMES = 60;

/** Four rows a frame, over several hundred frames in all. */
export async function measureScroll(bench: UiBench): Promise<void> {
  const { isQuick, tell } = bench;
  const plan = isQuick ? { rounds: 3, frames: 120 } : { rounds: 10, frames: 300 };
  const { ours, theirs } = await onBoth(bench, { rows: ROWS, columns: 12 }, (layerPage, barePage) =>
    scrollByTurns(layerPage, barePage, plan),
  );
  const layer = frameTimes(ours.flat());
  const bare = frameTimes(theirs.flat());
  const slow = (times: readonly (readonly number[])[]): readonly number[] =>
    times.map((each) => frameTimes(each).slow);
  tell({
    ...{ name: "scroll-ratio", unit: "times", most: 1.2 },
    value: pairedRatio(slow(ours), slow(theirs)),
    meaning: "the slow frames (p95) of the layer over those of the bare grid",
  });
  tell({
    ...{ name: "scroll-long-frames", unit: "%", most: 3, value: layer.longPercent },
    meaning: `frames of the layer over ${LONG_FRAME_MS} ms at 4 rows a frame`,
  });
  tell({
    ...{ name: "scroll-mean-ratio", unit: "times" },
    value: pairedRatio(ours.map(meanOf), theirs.map(meanOf)),
    meaning: "the mean frame of the layer over that of the bare grid",
  });
  tellFrames(tell, "layer", layer);
  tellFrames(tell, "bare", bare);
}

type Scrolls = { readonly ours: readonly number[][]; readonly theirs: readonly number[][] };

/** Frames of each round; the first round finds cold code and is not kept. */
async function scrollByTurns(
  ours: Page,
  theirs: Page,
  { rounds, frames }: { readonly rounds: number; readonly frames: number },
): Promise<Scrolls> {
  const kept = new Map<Page, number[][]>([
    [ours, []],
    [theirs, []],
  ]);
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
    for (const page of turn) {
      await page.bringToFront();
      const count = round === 0 ? WARMING_FRAMES : frames;
      const times = await timeScroll(page, count, ROWS_A_FRAME * ROW_HEIGHT);
      if (round > 0) kept.get(page)?.push(times);
    }
  }
  return { ours: kept.get(ours) ?? [], theirs: kept.get(theirs) ?? [] };
}

function tellFrames(tell: UiBench["tell"], of: string, times: FrameTimes): void {
  const { middle, slow, longest } = times;
  for (const [name, value] of [
    ["p50", middle],
    ["p95", slow],
    ["max", longest],
  ] as const) {
    tell({
      ...{ name: `scroll-${name}-${of}`, unit: "ms", value },
      meaning: `a frame while ${of === "bare" ? "the bare grid" : "the layer"} is scrolled, ${name}`,
    });
  }
}
