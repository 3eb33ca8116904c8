import { beforeAll, describe, expect, it } from "vitest";
import type { NewPublication } from "../../../packages/api/src/usecases/publication-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { approve, type KeptIssue, keepIssue, waiveLost } from "../../support/kept-issue.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let issue: (number: number, change?: Partial<NewPublication>) => NewPublication;

beforeAll(async () => {
  kept = await keepIssue(pool);
  const scenarioId = await kept.newDraft();
  await waiveLost(kept, scenarioId);
  await approve(kept, scenarioId);
  const detail = await kept.context.store.scenarios.findDetail(scenarioId);
  const runId = detail?.steps[0]?.runId ?? "";
  issue = (number, change = {}) => ({
    ...{ id: crypto.randomUUID(), scenarioId, revision: 1, runId, kind: "preliminary" },
    ...{ budgetYear: 2026, number, issuedBy: kept.approver.personId, supersedes: undefined },
    issuedAt: new Date(Date.UTC(2026, 10, 22, 10, number)),
    ...{ grounds: [], findings: [], seal: "0".repeat(64), ...change },
  });
});

describe("issues", () => {
  it("are listed newest first, each with the one that took its place", async () => {
    const { publications } = kept.context.store;
    const first = issue(1);
    const second = issue(2, { supersedes: first.id, kind: "official" });
    await publications.save(first);
    await publications.save(second);
    const { items, next } = await publications.list({ limit: 1, after: undefined });
    expect([items.map(({ id }) => id), next]).toEqual([[second.id], second.id]);
    const rest = await publications.list({ limit: 9, after: second.id });
    expect(rest).toMatchObject({
      items: [
        {
          ...{ id: first.id, supersedes: null, supersededBy: second.id, number: 1 },
          ...{ scenarioName: "Вариант", totalTiyn: "8000550", kind: "preliminary" },
          issuedBy: { id: kept.approver.personId, name: kept.approver.name },
        },
      ],
      next: null,
    });
    expect(await publications.findStanding(2026)).toMatchObject([{ id: second.id }]);
    expect(await publications.findStanding(2025)).toEqual([]);
  });

  it("stand beside an official one while preliminary, until the next official one", async () => {
    const { publications } = kept.context.store;
    const standing = async () =>
      (await publications.findStanding(2040)).map(({ number }) => number);
    const stood: (readonly number[])[] = [];
    const kinds = ["preliminary", "official", "preliminary", "preliminary", "official"] as const;
    for (const [place, kind] of kinds.entries()) {
      await publications.save(issue(place + 1, { budgetYear: 2040, kind }));
      stood.push(await standing());
    }
    expect(stood).toEqual([[1], [2], [3, 2], [4, 2], [5]]);
    expect(await publications.findCurrent()).toMatchObject({ budgetYear: 2040, number: 5 });
    await publications.save(issue(6, { budgetYear: 2040 }));
    expect(await publications.findCurrent()).toMatchObject({ budgetYear: 2040, number: 5 });
    await publications.save(issue(1, { budgetYear: 2041 }));
    expect(await publications.findCurrent()).toMatchObject({ budgetYear: 2041, number: 1 });
  });

  it("keep what they rest on as it was, for whoever proves them", async () => {
    const { publications } = kept.context.store;
    const grounds: NewPublication["grounds"] = [
      {
        ...({ subject: "rate 1", kind: "parameter", status: "assumed" } as const),
        ...{ label: null, name: "rate", key: [], value: "1", unit: "KZT", validFrom: null },
        ground: null,
      },
    ];
    const kept3 = issue(3, { grounds });
    await publications.save(kept3);
    expect(await publications.findSealed(kept3.id)).toMatchObject({ grounds, findings: [] });
    expect(await publications.find(kept3.id)).not.toHaveProperty("grounds");
    expect(await publications.findSealed(crypto.randomUUID())).toBeUndefined();
  });

  it("have a number once in a year, and are never changed", async () => {
    const { publications } = kept.context.store;
    await publications.save(issue(7));
    await expect(publications.save(issue(7))).rejects.toThrow();
    await publications.save(issue(7, { budgetYear: 2027 }));
    await expect(pool.query("UPDATE publications SET number = 8")).rejects.toThrow();
  });
});

it("who issues in a year waits for the other one; another year waits for nobody", async () => {
  const { store } = kept.context;
  const order: string[] = [];
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let took = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    took = resolve;
  });
  const first = store.together(async ({ publications }) => {
    await publications.takeTurn(2030);
    took();
    await opened;
    order.push("first");
  });
  await taken;
  const second = store.together(async ({ publications }) => {
    await publications.takeTurn(2030);
    order.push("second");
  });
  await store.together(({ publications }) => publications.takeTurn(2031));
  order.push("other year");
  open();
  await Promise.all([first, second]);
  expect(order).toEqual(["other year", "first", "second"]);
});
