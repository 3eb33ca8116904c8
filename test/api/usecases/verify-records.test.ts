import { beforeAll, describe, expect, it } from "vitest";
import { issueScenario } from "../../../packages/api/src/usecases/issue-scenario.ts";
import {
  isSound,
  type RecordsProof,
  verifyRecords,
} from "../../../packages/api/src/usecases/verify-records.ts";
import { testDatabase } from "../../support/database.ts";
import { approve, type KeptIssue, keepIssue, waiveLost } from "../../support/kept-issue.ts";
import { tamper } from "../../support/tamper.ts";

const { pool, ownerPool } = testDatabase();
let kept: KeptIssue;
let first: string;
let second: string;

beforeAll(async () => {
  kept = await keepIssue(pool);
  await waiveLost(kept, await kept.newDraft());
  first = await issued(await kept.newDraft({ rate: "1100" }));
  second = await issued(await kept.newDraft({ rate: "1200" }));
});

async function issued(scenarioId: string): Promise<string> {
  await approve(kept, scenarioId);
  const { context, approver: actor } = kept;
  const outcome = await issueScenario(context, { scenarioId, actor, kind: "preliminary" });
  if (outcome.kind !== "issued") throw new Error(`not issued: ${outcome.kind}`);
  return outcome.publication.id;
}

async function prove(issueId?: string): Promise<RecordsProof> {
  const proof = await verifyRecords(kept.context.store, issueId);
  if (proof === undefined) throw new Error("nothing to prove");
  return proof;
}

/** What of the first issue differs while something is changed behind the product's back. */
async function differencesAfter(
  table: string,
  { change, back }: { readonly change: string; readonly back: string },
): Promise<readonly string[]> {
  await tamper(ownerPool, { table, statement: change, values: [first] });
  const proof = await prove(first);
  await tamper(ownerPool, { table, statement: back, values: [first] });
  expect(isSound(await prove(first))).toBe(true);
  return proof.issues.flatMap(({ differences }) => differences.map(({ kind }) => kind));
}

it("what nobody has touched is proved from end to end", async () => {
  const proof = await prove();
  expect(isSound(proof)).toBe(true);
  expect(proof).toMatchObject({
    journal: { brokenAt: null },
    missing: [],
    issues: [
      { id: first, number: 1, kind: "preliminary", budgetYear: 2026, differences: [] },
      { id: second, number: 2, differences: [] },
    ],
  });
});

it("an issue that nobody has made cannot be proved", async () => {
  expect(await verifyRecords(kept.context.store, crypto.randomUUID())).toBeUndefined();
});

const RUN = "(SELECT run_id FROM publications WHERE id = $1)";
const SCENARIO = "(SELECT scenario_id FROM publications WHERE id = $1)";

describe("it is found when somebody changes", () => {
  it("a line, in the issue that it belongs to and in no other", async () => {
    const add = (tiyn: number) =>
      `UPDATE allocation_lines SET amount_tiyn = amount_tiyn + ${tiyn}
       WHERE run_id = ${RUN} AND organisation_id = 'a'`;
    await tamper(ownerPool, { table: "allocation_lines", statement: add(1), values: [first] });
    const { issues } = await prove();
    await tamper(ownerPool, { table: "allocation_lines", statement: add(-1), values: [first] });
    expect(issues.map(({ differences }) => differences)).toEqual([
      [{ kind: "lines", detail: "a secondary/04.2.360.040/formula 4400001" }],
      [],
    ]);
  });

  it("the overrides of the run, whose result is then another one", async () => {
    const put = (value: string) =>
      `UPDATE calculation_runs
       SET scenario = jsonb_set(scenario::jsonb, '{overrides,0,value}', '"${value}"')::json
       WHERE id = ${RUN}`;
    expect(
      await differencesAfter("calculation_runs", { change: put("1101"), back: put("1100") }),
    ).toEqual(["result", "scenario", "seal"]);
  });

  it.each([
    "null",
    "{}",
    '{"overrides":[null]}',
    '{"overrides":[{"parameter":"rate","value":1100.5}]}',
  ])("the document of the run into %s, which the product could not have written", async (text) => {
    const { rows } = await ownerPool.query<{ scenario: object }>(
      `SELECT scenario FROM calculation_runs WHERE id = ${RUN}`,
      [first],
    );
    const put = (document: string) =>
      `UPDATE calculation_runs SET scenario = '${document}' WHERE id = ${RUN}`;
    expect(
      await differencesAfter("calculation_runs", {
        change: put(text),
        back: put(JSON.stringify(rows[0]?.scenario)),
      }),
    ).toEqual(["result", "scenario", "seal"]);
  });

  it("the grounds of an issue into what the product could not have written", async () => {
    const { rows } = await ownerPool.query<{ grounds: object }>(
      "SELECT grounds FROM publications WHERE id = $1",
      [first],
    );
    const put = (grounds: string) => `UPDATE publications SET grounds = '${grounds}' WHERE id = $1`;
    expect(
      await differencesAfter("publications", {
        change: put("[1.5]"),
        back: put(JSON.stringify(rows[0]?.grounds)),
      }),
    ).toEqual(["seal"]);
  });

  it("the edits that the scenario keeps", async () => {
    const put = (value: string) =>
      `UPDATE scenario_edits
       SET override = jsonb_set(override::jsonb, '{value}', '"${value}"')::json
       WHERE scenario_id = ${SCENARIO}`;
    expect(
      await differencesAfter("scenario_edits", { change: put("1101"), back: put("1100") }),
    ).toEqual(["scenario"]);
  });

  it("a count of the register", async () => {
    const add = (pupils: number) =>
      `UPDATE headcounts SET headcount = headcount + ${pupils}
       WHERE position = 0 AND $1::text IS NOT NULL`;
    expect(await differencesAfter("headcounts", { change: add(1), back: add(-1) })).toEqual([
      "result",
    ]);
  });

  it("the issue itself", async () => {
    const put = (kind: string) => `UPDATE publications SET kind = '${kind}' WHERE id = $1`;
    expect(
      await differencesAfter("publications", { change: put("official"), back: put("preliminary") }),
    ).toEqual(["seal"]);
  });

  it("an issue and its seal together: the journal has the one that was given", async () => {
    const { rows } = await ownerPool.query<{ seal: string }>(
      "SELECT seal FROM publications WHERE id = $1",
      [first],
    );
    const put = (seal: string) => `UPDATE publications SET seal = '${seal}' WHERE id = $1`;
    const found = await differencesAfter("publications", {
      change: put("0".repeat(64)),
      back: put(rows[0]?.seal ?? ""),
    });
    expect(found).toEqual(["seal", "journal"]);
  });

  it("the journal: an entry that was rewritten no longer follows", async () => {
    const put = (from: string, to: string) =>
      `UPDATE audit_entries SET facts = replace(facts::text, '${from}', '${to}')::json
       WHERE action = 'scenario-issued' AND facts->>'publication' = $1`;
    await tamper(ownerPool, {
      table: "audit_entries",
      statement: put("preliminary", "official"),
      values: [first],
    });
    const proof = await prove();
    await tamper(ownerPool, {
      table: "audit_entries",
      statement: put("official", "preliminary"),
      values: [first],
    });
    expect(proof.journal.brokenAt).toBeGreaterThan(0);
    expect(isSound(proof)).toBe(false);
  });

  it("an issue into nothing: the journal still tells of it", async () => {
    const table = "publications";
    const copy = `CREATE TABLE away AS SELECT * FROM publications WHERE id = '${second}'`;
    await tamper(ownerPool, { table, statement: copy });
    const gone = "DELETE FROM publications WHERE id = $1";
    await tamper(ownerPool, { table, statement: gone, values: [second] });
    const proof = await prove();
    const back = "INSERT INTO publications SELECT * FROM away";
    await tamper(ownerPool, { table, statement: back });
    expect([proof.missing, isSound(proof)]).toEqual([[second], false]);
    expect(isSound(await prove())).toBe(true);
  });
});
