import { beforeAll, describe, expect, it } from "vitest";
import type { ApiContract, TraceGraph } from "../../../../packages/api/src/contract.ts";
import { linesCsv } from "../../../../packages/api/src/files/lines-csv.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  appOver,
  type KeptSchool,
  keepSchool,
  SCHOOL_LINE_NAME,
  SCHOOL_SNAPSHOT,
} from "../../../support/kept-school.ts";
import { schoolPlan } from "../../../support/school-methodology.ts";
import { run as calculated } from "../../../support/school-register.ts";

const { pool } = testDatabase();
const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
let school: KeptSchool;

beforeAll(async () => {
  school = await keepSchool(pool);
});

it("lines are read part by part to the last", async () => {
  const first = await page("?limit=1");
  const second = await page(`?limit=1&after=${first.next}`);
  const amounts = [first, second].map(({ items }) => items.map(({ amountTiyn }) => amountTiyn));
  expect(amounts).toEqual([["550"], ["10000000"]]);
  expect(second.next).toBeNull();
  expect(await page("")).toEqual({ items: [...first.items, ...second.items], next: null });
});

it("the file of a run is the file of its calculation", async () => {
  const answer = await ask(`/${school.run.id}/lines.csv`);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="zhanbasy-/);
  expect(await answer.text()).toBe(
    linesCsv(calculated(schoolPlan(), SCHOOL_SNAPSHOT).lines, "code"),
  );
});

it("a figure is explained down to counts", async () => {
  const answer = await ask(`/${school.run.id}/trace?organisation=a&line=${SCHOOL_LINE_NAME}`);
  const trace = (await answer.json()) as TraceGraph;
  expect(trace).toMatchObject({ organisationId: "a", line: SCHOOL_LINE_NAME, of: "amount" });
  expect(trace.nodes[0]).toMatchObject({ value: { kind: "number", exact: "100000.00" } });
  const counted = trace.nodes.flatMap((node) => (node.counted === undefined ? [] : [node.counted]));
  expect(counted.length).toBeGreaterThanOrEqual(4);
});

it("a citywide amount is explained by the estimate behind it", async () => {
  const answer = await ask(`/${school.run.id}/trace?line=overhead/04.2.360.040/estimate`);
  const trace = (await answer.json()) as TraceGraph;
  expect(trace.nodes[0]).toMatchObject({ value: { exact: "5.50" } });
});

describe("refused is", () => {
  const line = `line=${SCHOOL_LINE_NAME}`;
  it.each([
    ["a length of the list", "/{run}/lines?limit=0", 400, "request-malformed"],
    ["lines of what nobody kept", `/${NOBODY}/lines`, 404, "run-unknown"],
    ["the file of what nobody kept", `/${NOBODY}/lines.csv`, 404, "run-unknown"],
    ["the file of what is no id", "/1/lines.csv", 400, "request-malformed"],
    ["a figure of what nobody kept", `/${NOBODY}/trace?${line}`, 404, "run-unknown"],
    ["a figure without a line", "/{run}/trace?organisation=a", 400, "request-malformed"],
    ["a line that is not there", "/{run}/trace?organisation=a&line=x", 404, "line-unknown"],
    ["whom nobody knows", `/{run}/trace?organisation=z&${line}`, 404, "organisation-absent"],
    [
      "a count of nobody",
      "/{run}/trace?line=overhead/04.2.360.040/estimate&of=headcount",
      404,
      "line-unknown",
    ],
  ])("%s", async (_name, path, status, code) => {
    const answer = await ask(path.replace("{run}", school.run.id));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ issues: [{ code }] });
  });
});

async function page(query: string): Promise<ApiContract["/runs/{runId}/lines"]> {
  const answer = await ask(`/${school.run.id}/lines${query}`);
  return (await answer.json()) as ApiContract["/runs/{runId}/lines"];
}

async function ask(path: string): Promise<Response> {
  return appOver(school.store).request(`/api/v1/runs${path}`);
}
