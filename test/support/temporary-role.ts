/** Roles of the database server that last as long as a test. */
import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { openPool } from "../../packages/api/src/serve/open-pool.ts";
import type { TestDatabase } from "./database.ts";

export type TemporaryRole = { readonly name: string; readonly url: string };

/** A role with these attributes, `BYPASSRLS`, that may connect to the database. */
export async function temporaryRole(
  { ownerUrl, ownerPool }: TestDatabase,
  attributes = "",
): Promise<TemporaryRole> {
  const name = `zhanbasy_role_${randomBytes(6).toString("hex")}`;
  await ownerPool.query(`CREATE ROLE ${name} LOGIN PASSWORD 'of-a-test' ${attributes}`);
  onTestFinished(async () => {
    await ownerPool.query(`REASSIGN OWNED BY ${name} TO CURRENT_USER; DROP OWNED BY ${name}`);
    await ownerPool.query(`DROP ROLE ${name}`);
  });
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = "of-a-test";
  return { name, url: url.href };
}

/** Connections of a role, closed when the test has finished. */
export function poolOf({ url }: TemporaryRole): ReturnType<typeof openPool> {
  const pool = openPool({ url, size: 2 });
  onTestFinished(() => pool.end());
  return pool;
}
