import { describe, expect, it } from "vitest";
import { problemSchema } from "../../packages/api/src/http/schemas.ts";
import { createPostgresStore } from "../../packages/api/src/persistence/postgres-store.ts";
import { testDatabase } from "../support/database.ts";
import { appOver } from "../support/kept-school.ts";

const { pool } = testDatabase();
const store = createPostgresStore(pool);

describe("an address of the API", () => {
  it("that is not there is told to be missing, not answered with the page", async () => {
    const answer = await appOver(store).request("/api/v1/nothing");
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, "not-found"]);
  });

  it.each(["PUT", "DELETE", "PATCH"])("tells a %s what it takes instead", async (method) => {
    const answer = await appOver(store).request("/api/v1/runs?language=en", {
      method,
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect((await problemOf(answer)).detail).toBe("This address accepts only: GET, POST.");
  });

  it("answers a HEAD like a GET without content", async () => {
    const answer = await appOver(store).request("/api/v1/health", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});

it("a fault of ours is logged under the number of the request, and tells a stranger nothing", async () => {
  const logged: string[] = [];
  const list = () => Promise.reject(new Error("the database is on fire"));
  const app = appOver(
    { ...store, runs: { ...store.runs, list } },
    { log: (line) => logged.push(line) },
  );
  const answer = await app.request("/api/v1/runs");
  const text = await answer.clone().text();
  const { requestId, code } = await problemOf(answer);
  expect([answer.status, code]).toEqual([500, "internal"]);
  expect(text).not.toContain("fire");
  expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { requestId, method: "GET", path: "/api/v1/runs", message: "the database is on fire" },
  ]);
});

it("every answer has its number and is taken for what it says it is", async () => {
  const { headers } = await appOver(store, { ids: () => "number" }).request("/api/v1/health");
  expect(headers.get("x-request-id")).toBe("number");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

async function problemOf(answer: Response) {
  return problemSchema.parse(await answer.json());
}
