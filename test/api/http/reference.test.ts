import { describe, expect, it } from "vitest";
import { ACCESS } from "../../../packages/api/src/access/access-table.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

type Description = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
};

it("every route is described, with what it refuses", async () => {
  const answer = await appOver(storeOf(pool)).request("/api/v1/openapi.json");
  const { openapi, servers, paths } = (await answer.json()) as Description;
  expect([openapi, servers]).toEqual(["3.1.0", [{ url: "/api/v1" }]]);
  const decided = new Set(Object.keys(ACCESS).map((route) => route.split(" ")[1]));
  for (const own of ["/docs", "/docs/{file}", "/openapi.json"]) decided.delete(own);
  expect(new Set(Object.keys(paths))).toEqual(decided);

  expect(Object.keys(paths["/runs"] ?? {}).sort()).toEqual(["get", "post"]);
  expect(paths["/runs"]?.["post"]).toMatchObject({
    responses: { 201: {}, 400: {}, 403: {}, 413: {}, 415: {}, 422: {} },
  });
});

describe("the reference page", () => {
  it.each([
    ["ru", "Программный интерфейс", "К распределению"],
    ["kk", "Бағдарламалық интерфейс", "Бөлуге қайту"],
    ["en", "API", "To the allocation"],
  ])("leads back to the product in %s", async (language, title, back) => {
    const page = await appOver(storeOf(pool)).request(`/api/v1/docs?language=${language}`);
    const text = await page.text();
    expect(text).toContain(`<title>Zhanbasy · ${title}</title>`);
    expect(text).toContain(`href="/">← ${back}</a>`);
  });

  it("loads everything from this server, and nothing that its policy forbids", async () => {
    const app = appOver(storeOf(pool));
    const page = await app.request("/api/v1/docs");
    const text = await page.text();
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(text).not.toMatch(/<script>|https?:|\son\w+=/);
    const loaded = [...text.matchAll(/(?:src|href)="(\/api[^"]+)"/g)].map(([, path = ""]) => path);
    expect(loaded).toHaveLength(3);
    for (const path of loaded) expect((await app.request(path)).status).toBe(200);
  });
});
