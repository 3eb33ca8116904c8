import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  joinLocalPostgres,
  type LocalPostgres,
} from "../../../packages/api/src/persistence/local-postgres.ts";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { processOfDatabase } from "../../support/process-of-database.ts";

describe("the bundled database", () => {
  it("is one for all who start it at the same moment in an empty folder", async () => {
    const folder = await databaseFolder();
    const [first, second] = await Promise.all([join(folder), join(folder)]);
    expect(first.url).toBe(second.url);
    const settings = await ask(first.url, ["fsync", "listen_addresses", "server_encoding"]);
    expect(settings).toEqual(["on", "", "UTF8"]);
    expect([await first.leave(), await second.leave()]).toEqual([false, true]);
  });

  it("is served by a role that owns nothing and is bound by every rule", async () => {
    const { url, ownerUrl, leave } = await join(await databaseFolder());
    const pools = [url, ownerUrl].map((address) => openPool({ url: address, size: 1 }));
    const query = `SELECT rolname AS name, rolsuper AS "isAbove", rolcreaterole OR rolcreatedb
      OR rolbypassrls AS "isUnbound" FROM pg_roles WHERE rolname = current_user`;
    const roles = await Promise.all(
      pools.map(async (pool) => (await pool.query<object>(query)).rows[0]),
    );
    await Promise.all(pools.map((pool) => pool.end()));
    await leave();
    expect(roles).toEqual([
      { name: "zhanbasy_run", isAbove: false, isUnbound: false },
      { name: "zhanbasy", isAbove: true, isUnbound: true },
    ]);
  });

  it("answers whatever the surroundings ask of other databases", async () => {
    vi.stubEnv("PGSSLMODE", "require");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { url, leave } = await join(await databaseFolder());
    const answer = await ask(url, ["server_encoding"]);
    await leave();
    expect(answer).toEqual(["UTF8"]);
  });

  it("mends itself after it was killed, and tells that it was lost", async () => {
    const folder = await databaseFolder();
    const killed = await join(folder);
    process.kill(await processOfDatabase(folder), "SIGKILL");
    await killed.lost;
    const next = await join(folder);
    expect(await ask(next.url, ["server_encoding"])).toEqual(["UTF8"]);
    expect([await killed.leave(), await next.leave()].includes(true)).toBe(true);
  });

  it("is not started when the stop has come first", async () => {
    const request = { folder: await databaseFolder(), announceFirstRun: () => undefined };
    expect(await joinLocalPostgres({ ...request, stop: AbortSignal.abort() })).toBeUndefined();
  });
});

async function join(folder: string): Promise<LocalPostgres> {
  const stop = new AbortController().signal;
  const joined = await joinLocalPostgres({ folder, announceFirstRun: () => undefined, stop });
  if (joined === undefined) throw new Error("nothing stops the start");
  return joined;
}

async function ask(url: string, names: readonly string[]): Promise<readonly string[]> {
  const pool = openPool({ url, size: 1 });
  const { rows } = await pool.query<{ value: string }>(
    "SELECT current_setting(name) AS value FROM unnest($1::text[]) WITH ORDINALITY t(name, at)",
    [names],
  );
  await pool.end();
  return rows.map(({ value }) => value);
}
