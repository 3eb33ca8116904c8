import { beforeAll, describe, expect, it } from "vitest";
import type { ApiContract } from "../../../../packages/api/src/contract.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver, type KeptSchool, keepSchool } from "../../../support/kept-school.ts";
import { label, schoolLayers } from "../../../support/school-methodology.ts";

const { pool } = testDatabase();
const NOBODY = "f".repeat(64);
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("methodologies are listed, and told with the names of what they hold", async () => {
  const { methodologyHash: hash } = school.run;
  const list = (await (await ask("")).json()) as ApiContract["/methodologies"];
  expect(list.items).toMatchObject([{ hash, id: "school", label: label("school") }]);
  expect(await (await ask(`/${hash}`)).json()).toMatchObject({
    ...list.items[0],
    names: { currency: "KZT", parameters: { rate: label("rate") }, facts: { pupils: {} } },
  });
});

it("its documents are told as they were read", async () => {
  const answer = await ask(`/${school.run.methodologyHash}/documents`);
  expect(await answer.json()).toEqual({ layers: schoolLayers() });
});

describe("refused is", () => {
  it.each([
    ["a length of the list", "?limit=1001", 400, "request-malformed"],
    ["a place that no list gave", `?after=${NOBODY}`, 400, "request-malformed"],
    ["what is no hash", "/kz", 400, "request-malformed"],
    ["what nobody kept", `/${NOBODY}`, 404, "methodology-unknown"],
    ["documents of what nobody kept", `/${NOBODY}/documents`, 404, "methodology-unknown"],
  ])("%s", async (_name, path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });
});

async function ask(path: string): Promise<Response> {
  return appOver(school.store).request(`/api/v1/methodologies${path}`);
}
