import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../../packages/api/src/serve/start-server.ts";
import { readSettings } from "../../../packages/api/src/settings.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { surroundings } from "../../support/start-surroundings.ts";

const { url, ownerUrl, pool, ownerPool } = testDatabase("blank");

describe("the server", () => {
  it("prepares an empty database, leaves it empty, and answers on this machine", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect([first.server.isDemonstration, second.server.isDemonstration]).toEqual([false, false]);
    const { rows } = await pool.query("SELECT count(*)::int AS runs FROM calculation_runs");
    expect(rows).toEqual([{ runs: 0 }]);
    const base = `http://127.0.0.1:${second.server.port}/api/v1`;
    const health = await fetch(`${base}/health`);
    expect(await health.json()).toMatchObject({ status: "ok", instance: "test" });
    const session = await fetch(`${base}/session`);
    expect(await session.json()).toMatchObject({ isFirstRun: true, canOpenDemonstration: true });
  });

  it("has another code for the first account each time, until somebody has one", async () => {
    const codes = [await start(), await start()].map(({ server }) => server.firstRunCode);
    expect(new Set(codes).size).toBe(2);
    await pool.query(`
      INSERT INTO people (id, email, name, email_verified, role, language, is_active, is_sample)
      VALUES (gen_random_uuid(), 'aru@example.kz', 'Ару', true, 'administrator', 'kk', true, false)`);
    expect((await start()).server.firstRunCode).toBeUndefined();
  });

  it("tells when the newest run is of invented data", async () => {
    await keepSchool(pool);
    expect((await start()).server.isDemonstration).toBe(true);
  });

  it("answers no more after it was closed", async () => {
    const { server, close } = await start();
    await close();
    await expect(fetch(`http://127.0.0.1:${server.port}/api/v1/health`)).rejects.toThrow();
  });

  it("is refused a port that is taken", async () => {
    const { server } = await start({ PORT: "0" });
    const refusal = await refusalOf(() => start({ PORT: String(server.port) }));
    expect(refusal).toMatchObject({ reason: "portTaken" });
  });

  it("is refused a database that a later version has changed", async () => {
    await ownerPool.query(`
      INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
    const refused = await refusalOf(() => start());
    await ownerPool.query("DELETE FROM drizzle.__drizzle_migrations WHERE hash = 'later'");
    expect(refused).toMatchObject({ reason: "databaseNewer" });
  });

  it("is refused a role that owns what it serves", async () => {
    const refusal = await refusalOf(() => start({ DATABASE_URL: ownerUrl }));
    expect(refusal.reason).toBe("runRoleUnbound");
  });

  it("tells when its connections to the database break", async () => {
    const { server, lost } = await start();
    const ask = (): Promise<Response> => fetch(`http://127.0.0.1:${server.port}/api/v1/session`);
    await ask();
    await ownerPool.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await lost;
    await expect.poll(async () => (await ask()).status).toBe(200);
  });
});

async function start(variables: Readonly<Record<string, string>> = {}) {
  let tell = (): void => undefined;
  const lost = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const env = { DATABASE_URL: url, DATABASE_MIGRATE_URL: ownerUrl, PORT: "0", ...variables };
  const settings = readSettings(surroundings({ ZHANBASY_INSTANCE: "test", ...env }));
  const server = await startServer({
    settings: { ...settings, databaseUrl: env.DATABASE_URL },
    onDatabaseLost: () => tell(),
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= server.close();
    return closing;
  };
  onTestFinished(close);
  return { server, lost, close };
}
