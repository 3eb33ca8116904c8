/** What the bench asks about: the run of the demonstration, its lines, and cells to be edited. */
import type {
  ApiContract,
  OverrideJson,
  RegisterColumns,
  RunLine,
  RunSummary,
  WordColumn,
} from "../../packages/api/src/contract.ts";
import { askFor, type Client } from "./http-client.ts";
import type { Session } from "./session.ts";

/** A count of pupils that a scenario may have otherwise. */
export type Cell = {
  /** As the scenario names it. */
  readonly name: string;
  /** As the register has it. */
  readonly count: number;
  readonly override: (value: number, reason: string) => OverrideJson;
};

export type BenchCity = {
  readonly run: RunSummary;
  readonly lines: readonly RunLine[];
  readonly cells: readonly Cell[];
};

const FACT = "secondary.enrolled";
const PAGE = 1000;
/** Count dates of the law, by month and day. */
const COUNTS: Readonly<Record<string, string>> = { "01-01": "january", "09-05": "september" };

/** Reads the newest run and the register it stands on. */
export async function readBenchCity(client: Client, session: Session): Promise<BenchCity> {
  const { items } = await askFor<ApiContract["/runs"]>(client, { path: "/runs", session });
  const [run] = items;
  if (run === undefined) throw new Error("the demonstration has no run");
  const path = `/registers/${run.registerHash}/columns`;
  const register = await askFor<RegisterColumns>(client, { path, session });
  return {
    run,
    lines: await readLines(client, session, run.id),
    cells: cellsOf(register, run.budgetYear),
  };
}

async function readLines(client: Client, session: Session, runId: string): Promise<RunLine[]> {
  const lines: RunLine[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after === "" ? "" : `&after=${after}`;
    const path = `/runs/${runId}/lines?limit=${PAGE}${from}`;
    const page = await askFor<ApiContract["/runs/{runId}/lines"]>(client, { path, session });
    lines.push(...page.items);
    after = page.next;
  }
  return lines;
}

function cellsOf({ organisations, headcounts }: RegisterColumns, year: number): readonly Cell[] {
  return headcounts.headcount.flatMap((count, place) => {
    const word = (column: WordColumn): string => column.words[column.values[place] ?? -1] ?? "";
    const organisation = organisations.ids[headcounts.organisation[place] ?? -1];
    const period = word(headcounts.period);
    const code = period.startsWith(`${year}-`) ? COUNTS[period.slice(5)] : undefined;
    const isPupils =
      word(headcounts.measure) === "enrolled" &&
      word(headcounts.tier) === "secondary" &&
      word(headcounts.child_category) === "general";
    if (!isPupils || code === undefined || organisation === undefined) return [];
    const level = word(headcounts.level_or_group);
    const programme = word(headcounts.programme);
    return [cellOf(organisation, { count: code, level, programme }, count)];
  });
}

function cellOf(organisation: string, key: Readonly<Record<string, string>>, count: number): Cell {
  const codes = Object.entries(key).map(([dimension, code]) => `${dimension}=${code}`);
  return {
    name: `fact ${organisation} ${FACT}[${codes.sort().join(";")}]`,
    count,
    override: (value, reason) => ({ fact: FACT, organisation, key, value: `${value}`, reason }),
  };
}
