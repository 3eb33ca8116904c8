/**
 * Whether everything that was acknowledged to writers stands in a scenario, once, and nobody's word
 * went under: the revisions are read as a stranger would read them, with no code of the server.
 */
import type {
  LiveOverride,
  OverrideJson,
  ScenarioRevision,
} from "../../packages/api/src/contract.ts";
import type { AcknowledgedBatch } from "./scenario-writing.ts";

export type WrittenScenario = {
  readonly acknowledged: readonly AcknowledgedBatch[];
  /** Ids of all batches that were ever sent: an unanswered one may have been kept or not. */
  readonly sent: ReadonlySet<string>;
  /** All of them, the oldest first. */
  readonly revisions: readonly ScenarioRevision[];
  /** What the scenario says at last. */
  readonly overrides: readonly Pick<LiveOverride, "cell" | "override">[];
};

/** What is wrong. */
export type HistoryFaults = {
  /** Acknowledged batches that are not there exactly once, with what they said. */
  readonly lost: readonly string[];
  /** Words that went under without anybody being told. */
  readonly overwritten: readonly string[];
};

/** What was said of a cell, by revision; null where it was taken back. */
type Timeline = readonly { readonly revision: number; readonly value: string | null }[];
type Timelines = ReadonlyMap<string, Timeline>;

/** Every fault of the history, in words. */
export function checkHistory(written: WrittenScenario): HistoryFaults {
  const timelines = timelinesOf(written.revisions);
  return {
    lost: findLost(written, timelines),
    overwritten: [
      ...findBrokenChain(written.revisions, timelines),
      ...findStrangers(written),
      ...written.acknowledged.flatMap((batch) => findOverwritten(batch, timelines)),
      ...findOtherEnd(written, timelines),
    ],
  };
}

function timelinesOf(revisions: readonly ScenarioRevision[]): Timelines {
  const timelines = new Map<string, { revision: number; value: string | null }[]>();
  for (const { number, edits } of revisions) {
    for (const { cell, override } of edits) {
      const timeline = timelines.get(cell) ?? [];
      timelines.set(cell, timeline);
      timeline.push({ revision: number, value: saidBy(override) });
    }
  }
  return timelines;
}

/** What the scenario said of the cell when that revision was the newest. */
function valueAt(timelines: Timelines, cell: string, revision: number): string | null {
  const said = timelines.get(cell)?.findLast((each) => each.revision <= revision);
  return said?.value ?? null;
}

function findLost(
  { acknowledged, revisions }: WrittenScenario,
  timelines: Timelines,
): readonly string[] {
  const places = new Map<string, number[]>();
  for (const { batchId, number } of revisions) {
    places.set(batchId, [...(places.get(batchId) ?? []), number]);
  }
  return acknowledged.flatMap(({ batchId, revision, edits }) => {
    const found = places.get(batchId) ?? [];
    if (found.length !== 1 || found[0] !== revision) {
      return [`batch ${batchId} of revision ${revision} stands at [${found.join(", ")}]`];
    }
    return edits
      .filter(({ cell, value }) => valueAt(timelines, cell, revision) !== textOf(value))
      .map(({ cell, value }) => `revision ${revision} does not say ${value} of ${cell}`);
  });
}

/** Revisions count up from 1, and each edit names what stood before it. */
function findBrokenChain(
  revisions: readonly ScenarioRevision[],
  timelines: Timelines,
): readonly string[] {
  return revisions.flatMap(({ number, edits }, place) => [
    ...(number === place + 1 ? [] : [`revision ${number} stands at ${place + 1}`]),
    ...edits
      .filter(({ cell, previous }) => saidBy(previous) !== valueAt(timelines, cell, number - 1))
      .map(({ cell }) => `revision ${number} did not know what stood at ${cell}`),
  ]);
}

function findStrangers({ revisions, sent }: WrittenScenario): readonly string[] {
  return revisions
    .filter(({ kind, batchId }) => kind !== "created" && !sent.has(batchId))
    .map(({ number }) => `nobody sent revision ${number}`);
}

/** Cells that were otherwise than the writer knew, and were written over all the same. */
function findOverwritten(
  { baseRevision, revision, edits }: AcknowledgedBatch,
  timelines: Timelines,
): readonly string[] {
  return edits.flatMap(({ cell, value }) => {
    const known = valueAt(timelines, cell, baseRevision);
    const before = valueAt(timelines, cell, revision - 1);
    const isUnseen = before !== known && before !== textOf(value);
    return isUnseen ? [`revision ${revision} overwrote ${before} at ${cell} unseen`] : [];
  });
}

/** The last word on each cell is what the scenario says. */
function findOtherEnd(
  { revisions, overrides }: WrittenScenario,
  timelines: Timelines,
): readonly string[] {
  const head = revisions.at(-1)?.number ?? 0;
  const standing = new Map(overrides.map(({ cell, override }) => [cell, saidBy(override)]));
  const cells = new Set([...timelines.keys(), ...standing.keys()]);
  return [...cells]
    .filter((cell) => (standing.get(cell) ?? null) !== valueAt(timelines, cell, head))
    .map((cell) => `the scenario does not say the last word on ${cell}`);
}

function saidBy(override: OverrideJson | null): string | null {
  return override === null ? null : String(override["value"]);
}

function textOf(value: number | null): string | null {
  return value === null ? null : `${value}`;
}
