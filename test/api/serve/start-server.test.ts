import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../../packages/api/src/serve/start-server.ts";
import { testDatabase } from "../../support/database.ts";
import { refusalOf } from "../../support/refusal-of.ts";

const { url, pool } = testDatabase("blank");

describe("the server", () => {
  it("prepares an empty database once, and answers on this machine", async () => {
    const first = await start();
    const second = await start();
    expect([first.loadings, second.loadings]).toEqual([1, 0]);
    expect(first.server.isDemonstration && second.server.isDemonstration).toBe(true);
    const { rows } = await pool.query("SELECT count(*)::int AS runs FROM calculation_runs");
    expect(rows).toEqual([{ runs: 1 }]);
    const answer = await fetch(`http://127.0.0.1:${second.server.port}/api/v1/health`);
    expect(await answer.json()).toMatchObject({ status: "ok", instance: "test" });
  });

  it("answers no more after it was closed", async () => {
    const { server, close } = await start();
    await close();
    await expect(fetch(`http://127.0.0.1:${server.port}/api/v1/health`)).rejects.toThrow();
  });

  it("is refused a port that is taken", async () => {
    const { server } = await start();
    expect(await refusalOf(() => start(server.port))).toMatchObject({ reason: "portTaken" });
  });

  it("is refused a database that a later version has changed", async () => {
    await pool.query(`
      INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
    const refused = await refusalOf(() => start());
    await pool.query("DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'later'");
    expect(refused).toMatchObject({ reason: "databaseNewer" });
  });

  it("tells when its connections to the database break", async () => {
    const { server, lost } = await start();
    await fetch(`http://127.0.0.1:${server.port}/api/v1/runs`);
    await pool.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await lost;
    const ask = (): Promise<Response> => fetch(`http://127.0.0.1:${server.port}/api/v1/runs`);
    await expect.poll(async () => (await ask()).status).toBe(200);
  });
});

describe("a database that lets its role change nothing", () => {
  const closed = testDatabase("blank");

  it("is refused with what PostgreSQL says", async () => {
    await closed.pool.query(`
      CREATE SCHEMA drizzle;
      CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text, created_at bigint);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE insufficient_privilege USING MESSAGE = 'permission denied'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON drizzle.__drizzle_migrations
        FOR EACH ROW EXECUTE FUNCTION refuse();`);
    expect(await refusalOf(() => start(0, closed.url))).toMatchObject({
      reason: "databaseForbidden",
      facts: { detail: "permission denied" },
    });
  });
});

async function start(port = 0, databaseUrl = url) {
  let loadings = 0;
  let tell = (): void => undefined;
  const lost = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = await startServer({
    databaseUrl,
    port,
    instance: "test",
    onLoadingDemonstration: () => {
      loadings += 1;
    },
    onDatabaseLost: () => tell(),
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= server.close();
    return closing;
  };
  onTestFinished(close);
  return { server, loadings, lost, close };
}
