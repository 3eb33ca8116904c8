import { describe, expect, it } from "vitest";
import {
  BATCH_BYTES_LIMIT,
  BODY_BYTES_LIMIT,
  bodyBytesLimit,
} from "../../../packages/api/src/http/guard.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";
import { connectionFrom, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body?: string };

describe("the server answers at the address of this computer only", () => {
  it.each([
    ["localhost:8080", 200],
    ["LOCALHOST", 200],
    ["127.0.0.1:8080", 200],
    ["[::1]:8080", 200],
    ["rebound.example", 421],
    ["localhost.example", 421],
    ["127.0.0.1.example:8080", 421],
    ["", 421],
  ])("%s", async (host, status) => {
    const { store } = await keepSchool(pool);
    const answer = await appOver(store).request("/api/v1/health", { headers: { host } });
    expect(answer.status).toBe(status);
  });
});

const JSON_TYPE = { "content-type": "application/json" };
const OWN = { ...JSON_TYPE, host: "localhost:8080" };

describe("a change is accepted from our own page only", () => {
  it.each<readonly [string, Sent, number]>([
    ["a program", { headers: OWN }, 400],
    ["our page", { headers: { ...OWN, origin: "http://localhost:8080" } }, 400],
    ["another site", { headers: { ...OWN, origin: "http://stranger.example" } }, 403],
    [
      "another program on this computer",
      { headers: { ...OWN, origin: "http://localhost:1" } },
      403,
    ],
    ["a page without an origin", { headers: { ...OWN, origin: "null" } }, 403],
    [
      "what a browser calls cross-site",
      { headers: { ...OWN, "sec-fetch-site": "cross-site" } },
      403,
    ],
    ["a form", { headers: { "content-type": "text/plain" } }, 415],
    [
      "who says it in an unusual way",
      { headers: { ...OWN, "content-type": "application/json ; charset=utf-8" } },
      415,
    ],
    ["who does not say what it is", { headers: {} }, 415],
    ["who announces too much", { headers: { ...OWN, "content-length": "65537" } }, 413],
    ["who sends too much", { headers: OWN, body: `"${"x".repeat(65_537)}"` }, 413],
  ])("from %s", async (_name, { headers, body = "{}" }, status) => {
    const { store } = await keepSchool(pool);
    const answer = await appOver(store).request("/api/v1/runs", { method: "POST", headers, body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("a server with a public name", () => {
  const reach = {
    ...{ publicUrl: "https://zhanbasy.example.kz", address: () => "https://zhanbasy.example.kz" },
    ...{ listensOnLoopback: false, trustedProxies: ["10.0.0.1"], idleMinutes: 30 },
  };
  const ask = (from: string, headers: Readonly<Record<string, string>>, method = "GET") =>
    appOver(storeOf(pool), { as: "nobody", reach }).request(
      ...([
        method === "GET" ? "/api/v1/health" : "/api/v1/session",
        {
          method,
          headers: { ...JSON_TYPE, ...headers },
          ...(method === "GET" ? {} : { body: "{}" }),
        },
        connectionFrom(from),
      ] as const),
    );

  it.each([
    ["zhanbasy.example.kz", "10.0.0.1", 200],
    ["ZHANBASY.example.kz", "10.0.0.1", 200],
    ["zhanbasy.example.kz:8080", "10.0.0.1", 421],
    ["other.example.kz", "10.0.0.1", 421],
    ["localhost:8080", "10.0.0.1", 421],
    ["localhost:8080", "127.0.0.1", 200],
  ])("is asked as %s from %s", async (host, from, status) => {
    expect((await ask(from, { host })).status).toBe(status);
  });

  it.each([
    ["https://zhanbasy.example.kz", 400],
    ["http://zhanbasy.example.kz", 403],
    ["https://zhanbasy.example.kz.other.example", 403],
    ["https://other.example.kz", 403],
    ["null", 403],
  ])("takes a change from a page of %s", async (origin, status) => {
    const headers = { host: "zhanbasy.example.kz", origin };
    expect((await ask("10.0.0.1", headers, "POST")).status).toBe(status);
  });

  it("takes no change that a browser calls same-site: a neighbour may not be ours", async () => {
    const headers = { host: "zhanbasy.example.kz", "sec-fetch-site": "same-site" };
    expect((await ask("10.0.0.1", headers, "POST")).status).toBe(403);
  });
});

it("only a batch of edits may carry more", () => {
  expect(bodyBytesLimit("/api/v1/scenarios/1/batches")).toBe(BATCH_BYTES_LIMIT);
  expect(bodyBytesLimit("/api/v1/scenarios/1/batches/2")).toBe(BODY_BYTES_LIMIT);
  expect(bodyBytesLimit("/api/v1/session")).toBe(BODY_BYTES_LIMIT);
});

it("a deletion needs no body, and one with a body needs JSON", async () => {
  const app = appOver(storeOf(pool), { as: "nobody" });
  const leave = (headers: Readonly<Record<string, string>>) =>
    app.request("/api/v1/session", { method: "DELETE", headers });
  expect((await leave({})).status).toBe(204);
  expect((await leave({ "content-type": "text/plain" })).status).toBe(415);
  expect((await leave({ origin: "http://stranger.example" })).status).toBe(403);
});
