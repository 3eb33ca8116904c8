import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";

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
