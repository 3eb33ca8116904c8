import { describe, expect, it } from "vitest";
import {
  requireDatabase,
  requireVersion,
} from "../../../packages/api/src/serve/require-database.ts";
import { testDatabase } from "../../support/database.ts";
import { refusalOf } from "../../support/refusal-of.ts";

const { url } = testDatabase("blank");

describe("a database of others", () => {
  it("is taken when it answers and is new enough", async () => {
    await expect(requireDatabase({ url, name: "city" })).resolves.toBeUndefined();
  });

  it("is refused when nobody answers, without its password", async () => {
    const request = { url: "postgresql://finance:secret@127.0.0.1:1/budget", name: "city" };
    const refusal = await refusalOf(() => requireDatabase(request));
    expect(refusal).toMatchObject({ reason: "databaseUnreachable", facts: { database: "city" } });
    expect(JSON.stringify(refusal)).not.toContain("secret");
  });

  it("is refused in the server's words when it is not there", async () => {
    const absent = new URL(url);
    absent.pathname = "/absent";
    const refusal = await refusalOf(() => requireDatabase({ url: absent.href, name: "city" }));
    expect(refusal.facts["detail"]).toBe('database "absent" does not exist');
  });

  it("is refused when it is older than PostgreSQL 15", async () => {
    requireVersion(150_000, "city");
    expect(await refusalOf(() => requireVersion(149_999, "city"))).toEqual({
      reason: "databaseOld",
      facts: { database: "city", found: "14", oldest: "15" },
    });
  });
});
