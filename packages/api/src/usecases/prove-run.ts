/** The run of an issue as it is stored, against the same run calculated and told anew. */
import { InvariantViolation, lineName } from "@zhanbasy/core";
import type { RunLine, RunSummary } from "../contract.ts";
import { buildRun } from "./build-run.ts";
import { isSameJson } from "./is-same-json.ts";
import type { Store } from "./ports.ts";
import { reproduceAssessed } from "./reproduce-run.ts";
import type { KeptRunScenario, NewRun, NewRunLine, ToldRun } from "./run-ports.ts";

/** What of a run is not as it is calculated: no result at all, or one of its parts. */
export type RunDifference = {
  readonly kind: "result" | "lines" | "total" | "labels" | "assumed" | "weak";
  readonly detail: string;
};

type Kept = { readonly summary: RunSummary; readonly scenario: KeptRunScenario };

/**
 * Calculated again, the run has its hash, and its lines with their counts and cases, its total and
 * all that it tells are those that are stored.
 */
export async function proveRun(store: Store, runId: string): Promise<readonly RunDifference[]> {
  const summary = await store.runs.find(runId);
  const scenario = await store.runs.findScenario(runId);
  const told = await store.runs.findTold(runId);
  const gone: readonly RunDifference[] = [{ kind: "result", detail: runId }];
  if (summary === undefined || scenario === undefined || told === undefined) return gone;
  const expected = await builtAgain(store, { summary, scenario });
  if (expected === undefined) return gone;
  return [
    ...proveLines(expected.lines, await storedLines(store, runId)),
    ...proveTotal(expected, summary),
    ...proveTold(expected, told),
  ];
}

/** Nothing when the stored inputs give another result, or none. */
async function builtAgain(store: Store, { summary, scenario }: Kept): Promise<NewRun | undefined> {
  try {
    const again = await reproduceAssessed(store, summary.id);
    if (again === undefined) return undefined;
    const { run, limit, base, overrides } = again;
    const { id, createdAt, registerHash, methodologyHash } = summary;
    return buildRun(run, {
      ...{ id, createdAt: new Date(createdAt), envelope: limit, warnings: [] },
      scenario: { base, overrides, inputs: { registerHash, methodologyHash }, kept: scenario },
    });
  } catch (error) {
    if (error instanceof InvariantViolation) return undefined;
    throw error;
  }
}

const PAGE = 1_000;

async function storedLines(
  { runs }: Pick<Store, "runs">,
  runId: string,
): Promise<readonly RunLine[]> {
  const lines: RunLine[] = [];
  let after: string | undefined;
  do {
    const page = await runs.findLines(runId, { limit: PAGE, after });
    lines.push(...(page?.items ?? []));
    after = page?.next ?? undefined;
  } while (after !== undefined);
  return lines;
}

function proveLines(
  lines: readonly NewRunLine[],
  stored: readonly RunLine[],
): readonly RunDifference[] {
  const expected = lines.map(lineOf);
  const place = expected.findIndex((each, position) => !isSameJson(each, stored[position]));
  if (place < 0 && stored.length === expected.length) return [];
  const shown = stored[place] ?? expected[place] ?? stored.at(-1);
  return [{ kind: "lines", detail: shown === undefined ? "" : nameOfLine(shown) }];
}

function lineOf({ amount, ...line }: NewRunLine): RunLine {
  const { organisationId, tier, budgetCode, method, headcount, cases } = line;
  return { organisationId, tier, budgetCode, method, amountTiyn: `${amount}`, headcount, cases };
}

/** `600140375485 secondary/04.2.360.040/formula 43200 211/12` */
function nameOfLine(line: RunLine): string {
  const words = [line.organisationId, lineName(line), line.amountTiyn, line.headcount ?? ""];
  return words.join(" ").trim();
}

function proveTotal({ total, ...expected }: NewRun, stored: RunSummary): readonly RunDifference[] {
  const isSame =
    stored.totalTiyn === `${total}` &&
    stored.lineCount === expected.lines.length &&
    stored.organisationCount === expected.organisationCount;
  return isSame ? [] : [{ kind: "total", detail: stored.totalTiyn }];
}

function proveTold(expected: ToldRun, stored: ToldRun): readonly RunDifference[] {
  const parts = [
    { kind: "labels", calculated: expected.lineLabels, kept: stored.lineLabels },
    { kind: "assumed", calculated: expected.assumed, kept: stored.assumed },
    { kind: "weak", calculated: expected.weak, kept: stored.weak },
  ] as const;
  return parts
    .filter(({ calculated, kept }) => !isSameJson(calculated, kept))
    .map(({ kind, calculated, kept }) => ({ kind, detail: firstOther(kept, calculated) }));
}

/** What stands first in the one that is not in the other; nothing where it is only missing. */
function firstOther(kept: unknown, calculated: unknown): string {
  const known = Object.values(calculated ?? {});
  const other = Object.entries(kept ?? {}).find(
    ([, value]) => !known.some((each) => isSameJson(each, value)),
  );
  return other === undefined ? "" : JSON.stringify(other[1]);
}
