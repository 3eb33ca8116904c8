import { beforeAll, describe, expect, it } from "vitest";
import type { ApiContract } from "../../../../packages/api/src/contract.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver, type KeptSchool, keepSchool } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
const NOBODY = "f".repeat(64);
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("registers are listed and told by the hash of their content", async () => {
  const { registerHash: hash } = school.run;
  const list = (await (await ask("")).json()) as ApiContract["/registers"];
  expect(list).toMatchObject({ items: [{ hash, organisationCount: 2 }], next: null });
  expect(await (await ask(`/${hash}`)).json()).toEqual(list.items[0]);
});

it("a register is told as columns: all that a calculation needs", async () => {
  const { store, run } = school;
  const answer = await ask(`/${run.registerHash}/columns`);
  expect(await answer.json()).toEqual(await store.registers.findColumns(run.registerHash));
});

describe("refused is", () => {
  it.each([
    ["a length of the list", "?limit=0", 400, "request-malformed"],
    ["a place in the list", "?after=1", 400, "request-malformed"],
    ["a place that no list gave", `?after=${NOBODY}`, 400, "request-malformed"],
    ["what is no hash", "/latest", 400, "request-malformed"],
    ["what nobody kept", `/${NOBODY}`, 404, "register-unknown"],
    ["columns of what nobody kept", `/${NOBODY}/columns`, 404, "register-unknown"],
  ])("%s", async (_name, path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });
});

async function ask(path: string): Promise<Response> {
  return appOver(school.store).request(`/api/v1/registers${path}`);
}
