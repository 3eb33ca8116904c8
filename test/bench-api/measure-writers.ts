/** Twenty people write one scenario: nobody's word may be lost. */
import type { BenchContext } from "./bench-context.ts";
import { checkHistory } from "./check-history.ts";
import { percentile } from "./open-loop.ts";
import { branchScenario, readRevisions, readScenario, sendBatch } from "./scenario-writing.ts";
import type { Session } from "./session.ts";
import { sessionOf, signIn } from "./sessions.ts";
import { createRecord, type Writing, type WritingRecord, write } from "./writer.ts";

const WRITERS = 20;
/** Few enough for writers to meet, many enough for most to pass. */
const SHARED_CELLS = 120;

/** Random cells, some the same and some not, for a minute. */
export async function measureWriters(context: BenchContext): Promise<void> {
  const { client, city, sessions, random, isQuick } = context;
  const seconds = isQuick ? 6 : 60;
  const writers = await signInWriters(context, WRITERS);
  const scenario = await branchScenario(client, sessionOf(sessions, "editor"), "Двадцать авторов");
  const [first, ...others] = city.cells.slice(0, SHARED_CELLS);
  if (first === undefined) throw new Error("the city has no cells");
  const end = performance.now() + seconds * 1000;
  const writing: Writing = {
    ...{ scenario, cells: [first, ...others], random },
    goesOn: () => performance.now() < end,
    send: (session, batch) => sendBatch(client, session, { scenario, batch }),
    readRevision: async (session) => (await readScenario(client, session, scenario.id)).revision,
  };
  const record = createRecord();
  await Promise.all(writers.map((session) => write(writing, session, record)));
  const faults = await checkWritten(context, writing, record);
  const { acknowledged, conflicts, times } = record;
  context.tell({
    ...{ name: "lost-updates", value: faults.length, unit: "", goal: "0" },
    meaning: `${WRITERS} writers on one scenario for ${seconds} s: ${acknowledged.length} batches kept, ${conflicts} refused as conflicts, p95 ${percentile(times, 95).toFixed(0)} ms`,
  });
  context.addErrors(record.errors);
}

/** Sessions of the editors in turn. */
export async function signInWriters(
  { client, sessions }: BenchContext,
  count: number,
): Promise<readonly Session[]> {
  const editors = sessions.filter(({ role }) => role === "editor");
  const writers: Session[] = [];
  for (let writer = 0; writer < count; writer += 1) {
    const editor = editors[writer % editors.length];
    if (editor === undefined) throw new Error("nobody may edit");
    writers.push(await signIn(client, { id: editor.personId, role: editor.role }));
  }
  return writers;
}

/** Every fault of what the scenario holds after all that was written; told too. */
export async function checkWritten(
  { client, sessions, say }: BenchContext,
  { scenario }: Pick<Writing, "scenario">,
  { acknowledged, sent, twofold }: WritingRecord,
): Promise<readonly string[]> {
  const auditor = sessionOf(sessions, "auditor");
  const revisions = await readRevisions(client, auditor, scenario.id);
  const { overrides } = await readScenario(client, auditor, scenario.id);
  const { lost, overwritten } = checkHistory({ acknowledged, sent, revisions, overrides });
  const faults = [...lost, ...overwritten, ...twofold];
  for (const fault of faults.slice(0, 10)) say(`  ${fault}`);
  return faults;
}
