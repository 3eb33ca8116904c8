import { describe, expect, it } from "vitest";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { testDatabase } from "../../support/database.ts";

const { url, pool } = testDatabase("blank");

describe("a pool of connections", () => {
  it("speaks to the database of its address", async () => {
    const { rows } = await pool.query("SELECT current_database() AS name");
    expect(rows).toEqual([{ name: new URL(url).pathname.slice(1) }]);
  });

  it("tells of a connection that breaks and opens another one", async () => {
    let tell: (error: Error) => void = () => undefined;
    const lost = new Promise<Error>((resolve) => {
      tell = resolve;
    });
    const mine = openPool({ url, size: 1, onLost: (error) => tell(error) });
    const { rows } = await mine.query<{ id: number }>("SELECT pg_backend_pid() AS id");
    await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.id]);
    expect(await lost).toMatchObject({ code: "57P01" });
    const again = await mine.query("SELECT 1 AS one");
    await mine.end();
    expect(again.rows).toEqual([{ one: 1 }]);
  });

  it("survives a connection that breaks while it is in use", async () => {
    let tell: (error: Error) => void = () => undefined;
    const lost = new Promise<Error>((resolve) => {
      tell = resolve;
    });
    const mine = openPool({ url, size: 1, onLost: (error) => tell(error) });
    const client = await mine.connect();
    const { rows } = await client.query<{ id: number }>("SELECT pg_backend_pid() AS id");
    await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.id]);
    expect(await lost).toMatchObject({ code: "57P01" });
    client.release();
    const again = await mine.query("SELECT 1 AS one");
    await mine.end();
    expect(again.rows).toEqual([{ one: 1 }]);
  });
});
