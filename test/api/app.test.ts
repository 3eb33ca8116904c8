import { describe, expect, it } from "vitest";
import { problemSchema } from "../../packages/api/src/http/schemas.ts";
import { openDatabase } from "../../packages/api/src/persistence/database.ts";
import { testDatabase } from "../support/database.ts";
import { appOver } from "../support/kept-school.ts";
import { storeOf } from "../support/signed-in.ts";

const { pool } = testDatabase();
const store = storeOf(pool);

describe("an address of the API", () => {
  it.each(["/api/v1/nothing", "/api/v2/runs", "/api"])(
    "that is not there is told to be missing, not answered with the page: %s",
    async (path) => {
      const answer = await appOver(store).request(path);
      expect([answer.status, (await problemOf(answer)).code]).toEqual([404, "not-found"]);
    },
  );

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

it("a statement that failed is logged with the reason, and without all that it was given", async () => {
  const logged: string[] = [];
  const failing = storeOf(pool);
  const list = async () => {
    await openDatabase(pool).execute(`select '${"x".repeat(100_000)}'::integer`);
    throw new Error("this is no number");
  };
  const runs = { ...failing.runs, list };
  await appOver({ ...failing, runs }, { log: (line) => logged.push(line) }).request("/api/v1/runs");
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("invalid input syntax for type integer");
  expect(logged[0]?.length).toBeLessThan(10_000);
});

it("a statement that failed is logged without the secrets it was given", async () => {
  const logged: string[] = [];
  const failing = storeOf(pool);
  const list = async () => {
    const now = new Date();
    await failing.sessions.find("a-token-of-somebody\0", { now, idleSince: now });
    throw new Error("the database takes any character");
  };
  const runs = { ...failing.runs, list };
  await appOver({ ...failing, runs }, { log: (line) => logged.push(line) }).request("/api/v1/runs");
  expect(logged.join()).toContain("Failed query: select");
  expect(logged.join()).not.toContain("a-token-of-somebody");
});

it("a fault at a link of a letter is logged without what the link proves", async () => {
  const logged: string[] = [];
  const attempt = () => Promise.reject(new Error("the database is on fire"));
  const app = appOver(
    { ...store, failures: { ...store.failures, attempt } },
    { log: (line) => logged.push(line) },
  );
  await app.request("/api/v1/invitations/proof-of-a-letter/offer");
  await app.request("/api/v1/password-resets/proof-of-a-letter", {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ password: "лампа гранит велосипед" }),
  });
  expect(logged.map((line) => (JSON.parse(line) as { readonly path: string }).path)).toEqual([
    "/api/v1/invitations//offer",
    "/api/v1/password-resets/",
  ]);
  expect(logged.join()).not.toContain("proof-of-a-letter");
});

it("who leaves in the middle of a request leaves no trace in the log", async () => {
  const logged: string[] = [];
  const left = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  const runs = { ...store.runs, list: () => Promise.reject(left) };
  await appOver({ ...store, runs }, { log: (line) => logged.push(line) }).request("/api/v1/runs");
  expect(logged).toEqual([]);
});

it("a database that is gone for a moment is told as such, and when to try again", async () => {
  const failing = storeOf(pool);
  const list = async () => {
    await openDatabase(pool).execute("select pg_terminate_backend(pg_backend_pid())");
    throw new Error("the connection lives on");
  };
  const app = appOver({ ...failing, runs: { ...failing.runs, list } });
  const answer = await app.request("/api/v1/runs?language=en");
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await problemOf(answer)).toMatchObject({
    ...{ code: "unavailable", title: "The database is not available" },
  });
});

it("every answer has its number and is taken for what it says it is", async () => {
  const { headers } = await appOver(store, { ids: () => "number" }).request("/api/v1/health");
  expect(headers.get("x-request-id")).toBe("number");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

async function problemOf(answer: Response) {
  return problemSchema.parse(await answer.json());
}
