/** What a large sheet holds in memory beside the bare grid over the same city. */
import type { Page } from "playwright-core";
import { median } from "../bench/statistics.ts";
import { onPage, type UiBench } from "./bench-page.ts";

const [ROWS, COLUMNS] = [20_000, 40] as const;
const MIB = 1024 * 1024;

/** The heap of scripts after everything that can be let go was let go. */
export async function measureMemory(bench: UiBench): Promise<void> {
  const rounds = bench.isQuick ? 1 : 3;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const isBare of [true, false]) {
      const used = await onPage(bench, { rows: ROWS, columns: COLUMNS, isBare }, heapOf);
      (isBare ? theirs : ours).push(used / MIB);
    }
  }
  const [layer, bare] = [median(ours), median(theirs)];
  const meaning = `heap for ${ROWS} rows of ${COLUMNS} columns`;
  bench.tell({
    ...{ name: "memory-ratio", unit: "times", most: 1.3, value: layer / bare },
    meaning: `${meaning}, the layer over the bare grid`,
  });
  bench.tell({ name: "memory-layer", unit: "MiB", value: layer, meaning: `${meaning}, the layer` });
  bench.tell({ name: "memory-bare", unit: "MiB", value: bare, meaning: `${meaning}, bare` });
}

async function heapOf(page: Page): Promise<number> {
  const tools = await page.context().newCDPSession(page);
  await page.waitForTimeout(500);
  await tools.send("HeapProfiler.enable");
  await tools.send("HeapProfiler.collectGarbage");
  await tools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await tools.send("Runtime.getHeapUsage");
  return usedSize;
}
