import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();
let app: ReturnType<typeof appOver>;
let columns: string;

beforeAll(async () => {
  const { store, run } = await keepSchool(pool);
  app = appOver(store);
  columns = `/api/v1/runs/${run.id}/columns`;
});

describe("an answer that never changes", () => {
  it("is kept by the browser, which asks whether a later version tells it differently", async () => {
    const { headers } = await app.request(columns);
    expect(headers.get("cache-control")).toBe("private, no-cache");
    expect(headers.get("vary")).toBe("accept-encoding");
  });

  it("is not sent to who has it, by its tag", async () => {
    const tag = (await app.request(columns)).headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    const again = await app.request(columns, { headers: { "if-none-match": `W/"x", ${tag}` } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("is packed for who can unpack it, and says the same", async () => {
    const plain = await app.request(columns);
    const packed = await app.request(columns, { headers: { "accept-encoding": "br, gzip" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString();
    expect(text).toBe(await plain.text());
  });
});

it("a list, which grows, is asked for anew each time", async () => {
  const { headers } = await app.request("/api/v1/runs");
  expect(headers.get("cache-control")).toBe("no-store");
});
