import { describe, expect, it } from "vitest";
import { keepDatabase } from "../../../packages/api/src/serve/keep-database.ts";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { aborted } from "../../../packages/api/src/serve/pause.ts";
import { readSettings } from "../../../packages/api/src/settings.ts";
import { testDatabase } from "../../support/database.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { processOfDatabase } from "../../support/process-of-database.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { surroundings } from "../../support/start-surroundings.ts";

const { url, ownerUrl } = testDatabase("blank");

describe("the database of a start", () => {
  it("is the one that DATABASE_URL names", async () => {
    const variables = { DATABASE_URL: url, DATABASE_MIGRATE_URL: ownerUrl };
    const database = await keep(variables).database;
    expect(database).toMatchObject({ url, migrateUrl: ownerUrl });
    await database?.leave();
  });

  it("is refused when an address leads nowhere", async () => {
    const nowhere = "postgresql://finance:secret@127.0.0.1:1/budget";
    const addresses = [
      { DATABASE_URL: nowhere },
      { DATABASE_URL: url, DATABASE_MIGRATE_URL: nowhere },
    ];
    for (const variables of addresses) {
      const refusal = await refusalOf(() => keep(variables).database);
      expect(refusal.facts["database"]).toBe("127.0.0.1:1/budget");
    }
  });

  it("is started again when it dies, at the same address and with its data", async () => {
    const folder = await databaseFolder();
    const kept = keep({ ZHANBASY_DATA: folder });
    const database = await kept.database;
    if (database === undefined) throw new Error("the start was stopped");
    const pool = openPool({ url: database.migrateUrl ?? "", size: 1 });
    await pool.query("CREATE TABLE kept AS SELECT 1 AS value");
    process.kill(await processOfDatabase(folder), "SIGKILL");
    await kept.back;
    expect((await pool.query("SELECT value FROM kept")).rows).toEqual([{ value: 1 }]);
    await pool.end();
    kept.stop();
    await database.leave();
    expect(kept.said).toEqual(["preparingDatabase", "databaseDied", "databaseBack"]);
  });
});

function keep(variables: Readonly<Record<string, string>>) {
  const stop = new AbortController();
  const back = new AbortController();
  const said: string[] = [];
  const database = keepDatabase({
    settings: readSettings(surroundings(variables)),
    say: (key) => {
      said.push(key);
      if (key === "databaseBack") back.abort();
    },
    stop: stop.signal,
    onFailure: () => undefined,
  });
  return { database, said, back: aborted(back.signal), stop: () => stop.abort() };
}
