import { beforeAll, expect, it } from "vitest";
import { issueScenario } from "../../../packages/api/src/usecases/issue-scenario.ts";
import { createOwnAllocationReader } from "../../../packages/api/src/usecases/own-allocation.ts";
import { testDatabase } from "../../support/database.ts";
import { approve, type KeptIssue, keepIssue, waiveLost } from "../../support/kept-issue.ts";
import { label } from "../../support/school-methodology.ts";

const { pool, ownPool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool, ownPool);
});

async function issueOne(rate: string): Promise<string> {
  const scenarioId = await kept.newDraft({ rate });
  await waiveLost(kept, scenarioId);
  await approve(kept, scenarioId);
  const { context, approver: actor } = kept;
  const outcome = await issueScenario(context, { scenarioId, actor, kind: "preliminary" });
  if (outcome.kind !== "issued") throw new Error("not issued");
  return outcome.publication.id;
}

it("a director sees their own lines of the newest issue, and no other line of the city", async () => {
  const readOwn = createOwnAllocationReader(kept.context.store);
  expect(await readOwn(["a"])).toEqual({ publication: null, organisations: [] });
  await issueOne("1100");
  const newest = await issueOne("1200");
  const issuedAt = (await kept.context.store.publications.find(newest))?.issuedAt;
  expect(await readOwn(["a"])).toEqual({
    publication: { id: newest, kind: "preliminary", budgetYear: 2026, number: 2, issuedAt },
    organisations: [
      {
        ...{ id: "a", nameRu: "a (ru)", nameKk: "a (kk)", totalTiyn: "4800000" },
        lines: [
          {
            ...{ tier: "secondary", tierLabel: label("secondary"), budgetCode: "04.2.360.040" },
            ...{ label: label("school"), method: "formula", amountTiyn: "4800000" },
            headcount: null,
          },
        ],
      },
    ],
  });
  const both = await readOwn(["a", "b"]);
  expect(both.organisations.map(({ id }) => id)).toEqual(["a", "b"]);
});

it("whoever is bound to nothing, or to what the register does not know, sees nothing", async () => {
  const readOwn = createOwnAllocationReader(kept.context.store);
  expect((await readOwn([])).organisations).toEqual([]);
  expect((await readOwn(["unheard-of"])).organisations).toEqual([]);
});
