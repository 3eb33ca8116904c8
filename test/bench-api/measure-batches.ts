/** How quickly 200 cells are saved, calculated and answered, one batch after another. */
import { randomUUID } from "node:crypto";
import type { BenchContext } from "./bench-context.ts";
import { percentile } from "./open-loop.ts";
import { branchScenario, revisionOf, type SentBatch, sendBatch } from "./scenario-writing.ts";
import { sessionOf } from "./sessions.ts";

const CELLS = 200;
/** The batches go round over so many cells. */
const ROUND = 1000;
const WARM_UP_BATCHES = 3;
/** A quick run measures for so long at most. */
const QUICK_MS = 6_000;

/** Somebody pastes column after column into a scenario of their own. */
export async function measureBatches(context: BenchContext): Promise<void> {
  const { client, city, sessions, isQuick } = context;
  const editor = sessionOf(sessions, "editor");
  const scenario = await branchScenario(client, editor, "Вставка по 200 ячеек");
  const times: number[] = [];
  const errors: string[] = [];
  const batches = WARM_UP_BATCHES + (isQuick ? 25 : 200);
  let baseRevision = scenario.revision;
  const end = performance.now() + (isQuick ? QUICK_MS : Number.POSITIVE_INFINITY);
  for (let number = 0; number < batches && performance.now() < end; number += 1) {
    const batch = { batchId: randomUUID(), baseRevision, edits: editsOf(city.cells, number) };
    const started = performance.now();
    const answer = await sendBatch(client, editor, { scenario, batch });
    const time = performance.now() - started;
    const revision = revisionOf(answer);
    if (revision === undefined) errors.push(`${answer.status} ${answer.body.toString()}`);
    else if (number >= WARM_UP_BATCHES) times.push(time);
    baseRevision = revision ?? baseRevision;
  }
  context.addErrors(errors);
  if (times.length === 0) return;
  context.tell({
    ...{ name: "override-batch-p95-ms", value: percentile(times, 95), unit: "ms", goal: "< 150" },
    meaning: `${CELLS} cells saved, calculated and answered, one batch after another; the middle ${percentile(times, 50).toFixed(0)} ms`,
  });
}

function editsOf(cells: BenchContext["city"]["cells"], number: number): SentBatch["edits"] {
  const round = cells.slice(0, ROUND);
  return Array.from({ length: CELLS }, (_, place) => {
    const cell = round[(number * CELLS + place) % round.length];
    if (cell === undefined) throw new Error("the city has too few cells");
    const value = cell.count + number + 1;
    return { cell: cell.name, value, override: cell.override(value, "уточнённый контингент") };
  });
}
