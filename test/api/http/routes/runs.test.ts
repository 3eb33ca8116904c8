import { beforeAll, describe, expect, it } from "vitest";
import type { RunSummary } from "../../../../packages/api/src/contract.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver, type KeptSchool, keepSchool } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("runs are listed and told with totals, and as columns", async () => {
  const { store, run } = school;
  expect(await (await ask("")).json()).toEqual({ items: [run], next: null });
  expect(await (await ask(`/${run.id}`)).json()).toEqual(await store.runs.findDetail(run.id));
  const totals = await (await ask(`/${run.id}/totals`)).json();
  expect(totals).toEqual(await store.runs.findTotals(run.id));
  const columns = await (await ask(`/${run.id}/columns`)).json();
  expect(columns).toEqual(await store.runs.findColumns(run.id));
});

describe("a calculation is asked for", () => {
  it("by the hashes of its inputs, and stands where the answer says", async () => {
    const answer = await send({ envelopeTenge: "100000.00", knownOn: "2026-06-30" });
    expect(answer.status).toBe(201);
    const made = (await answer.json()) as RunSummary;
    expect(made).toMatchObject({
      ...{ knownOn: "2026-06-30", totalTiyn: school.run.totalTiyn },
      envelope: { limitTiyn: "10000000", headroomTiyn: "-550", status: "assumed" },
    });
    expect(answer.headers.get("location")).toBe(`/api/v1/runs/${made.id}`);
    expect(await (await ask(`/${made.id}`)).json()).toMatchObject(made);
  });

  it.each([
    ["a register that nobody kept", { registerHash: "d".repeat(64) }, 422, "register-unknown"],
    ["a year without counts", { budgetYear: 2031 }, 422, "fact-missing"],
    ["a day of another age", { knownOn: "1850-01-01" }, 400, "request-malformed"],
    ["an amount that is none", { envelopeTenge: "much" }, 400, "request-malformed"],
    ["a member that nobody knows", { envelope: "1" }, 400, "request-malformed"],
  ])("and refused for %s", async (_name, change, status, code) => {
    const answer = await send(change);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });

  it("and refused when it is no JSON at all", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await ask("", { method: "POST", headers, body: "{" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ issues: [{ facts: { expected: "JSON" } }] });
  });
});

describe("refused is", () => {
  it.each([
    ["a place in the list", "?after=x", 400, "request-malformed"],
    ["a place that no list gave", `?after=${NOBODY}`, 400, "request-malformed"],
    ["what is no id", "/latest", 400, "request-malformed"],
    ["what nobody kept", `/${NOBODY}`, 404, "run-unknown"],
    ["totals of what nobody kept", `/${NOBODY}/totals`, 404, "run-unknown"],
    ["columns of what nobody kept", `/${NOBODY}/columns`, 404, "run-unknown"],
  ])("%s", async (_name, path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });
});

function send(change: object): Promise<Response> {
  const { registerHash, methodologyHash, budgetYear } = school.run;
  const body = JSON.stringify({ registerHash, methodologyHash, budgetYear, ...change });
  return ask("", { method: "POST", headers: { "content-type": "application/json" }, body });
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return appOver(school.store).request(`/api/v1/runs${path}`, init);
}
