/** How quickly the server answers readers: a mix of pages, and the columns of the whole city. */
import type { BenchContext } from "./bench-context.ts";
import { allTimes, type LoopResult, percentile, runOpenLoop } from "./open-loop.ts";
import { mixedReads, repeatedReads } from "./read-requests.ts";

const RATE = 300;
const COLUMNS_RATE = 20;
const DIRECTORS_RATE = 10;
const WARM_UP_SECONDS = 1;
const RATE_STEP = 100;
const HIGHEST_RATE = 3000;
const STEP_SECONDS = 6;
const LONGEST_P95_MS = 100;

/** 300 reads a second of the city, and beside them directors who read what is theirs. */
export async function measureMixedReads(context: BenchContext): Promise<void> {
  const { client, sessions, isQuick } = context;
  const directors = sessions.filter(({ role }) => role === "director");
  const own = repeatedReads(client, {
    ...{ kind: "own allocation", path: "/own/allocation", sessions: directors },
  });
  const seconds = isQuick ? 7 : 30;
  const next = mixedReads(client, context);
  await runOpenLoop({ rate: RATE, seconds: WARM_UP_SECONDS, next });
  const [city, theirs] = await Promise.all([
    runOpenLoop({ rate: RATE, seconds, next }),
    runOpenLoop({ rate: DIRECTORS_RATE, seconds, next: own }),
  ]);
  context.tell({
    ...{ name: "mixed-reads-300-p95-ms", value: percentile(allTimes(city), 95), unit: "ms" },
    ...{ goal: "< 100", meaning: meaningOf(city) },
  });
  context.tell({
    ...{ name: "own-allocation-p95-ms", value: percentile(allTimes(theirs), 95), unit: "ms" },
    meaning: `what directors see of theirs, ${DIRECTORS_RATE} requests/s at the same time`,
  });
  context.addErrors([...city.errors, ...theirs.errors]);
}

/** The whole city as columns, as the sheet asks for it. */
export async function measureColumns(context: BenchContext): Promise<void> {
  const { client, city, sessions, isQuick } = context;
  const next = repeatedReads(client, {
    ...{ kind: "columns", path: `/runs/${city.run.id}/columns` },
    sessions: sessions.filter(({ role }) => role !== "director"),
  });
  const result = await runOpenLoop({ rate: COLUMNS_RATE, seconds: isQuick ? 4 : 15, next });
  context.tell({
    ...{ name: "columns-p95-ms", value: percentile(allTimes(result), 95), unit: "ms" },
    ...{ goal: "< 60", meaning: `the columns of the whole city, ${COLUMNS_RATE} requests/s` },
  });
  context.addErrors(result.errors);
}

/** The highest steady rate of the mix at which nothing fails and few wait. */
export async function measureHighestRate(context: BenchContext): Promise<void> {
  const next = mixedReads(context.client, context);
  let reached = 0;
  for (let rate = RATE; rate <= HIGHEST_RATE; rate += RATE_STEP) {
    const result = await runOpenLoop({ rate, seconds: STEP_SECONDS, next });
    if (!isBorne(result)) break;
    reached = rate;
  }
  context.tell({
    ...{ name: "mixed-reads-highest-rate", value: reached, unit: "requests/s" },
    meaning: `the mix at which p95 stays under ${LONGEST_P95_MS} ms and nothing fails, by steps of ${RATE_STEP}`,
  });
}

function isBorne(result: LoopResult): boolean {
  return result.errors.length === 0 && percentile(allTimes(result), 95) <= LONGEST_P95_MS;
}

function meaningOf({ times }: LoopResult): string {
  const kinds = [...times].map(([kind, list]) => `${kind} ${percentile(list, 95).toFixed(0)}`);
  return `${RATE} requests/s: a page of 100 lines, totals, a trace, the scenarios; p95 of each: ${kinds.join(", ")} ms`;
}
