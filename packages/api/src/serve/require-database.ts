/** Looks at a database server of others before it is used. */
import { Client } from "pg";
import { pause } from "./pause.ts";
import { errorCode, StartRefusal } from "./start-refusal.ts";

export type DatabaseAddress = {
  readonly url: string;
  /** How the database is called where people read it: without user and password. */
  readonly name: string;
};

const OLDEST_MAJOR = 15;
const STARTING = "57P03";
const ATTEMPTS = 20;

/** Refuses a database that does not answer or is older than PostgreSQL 15. */
export async function requireDatabase({ url, name }: DatabaseAddress): Promise<void> {
  requireVersion(await askVersion({ url, name }, ATTEMPTS), name);
}

/** Refuses a version such as 140012, which is PostgreSQL 14.12. */
export function requireVersion(version: number, name: string): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new StartRefusal("databaseOld", {
    database: name,
    found: String(major),
    oldest: String(OLDEST_MAJOR),
  });
}

/** `150018`; a server that is just starting is asked again. */
async function askVersion(address: DatabaseAddress, attempts: number): Promise<number> {
  const client = new Client({ connectionString: address.url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    return Number(rows[0]?.version);
  } catch (error) {
    if (errorCode(error) !== STARTING || attempts <= 1) {
      throw new StartRefusal("databaseUnreachable", {
        database: address.name,
        detail: said(error),
      });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  await pause(500);
  return askVersion(address, attempts - 1);
}

/** The server's own words, or the code of the system; neither holds a password. */
function said(error: unknown): string {
  const words = error instanceof Error ? error.message : "";
  return words === "" ? errorCode(error) : words;
}
