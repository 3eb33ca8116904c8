/** People with a session, made straight in a database: what a request has to carry to be let in. */

import type { Role } from "../../packages/api/src/access/roles.ts";
import type { ApiBindings } from "../../packages/api/src/http/api-context.ts";
import {
  createIdentity,
  type IdentityTerms,
} from "../../packages/api/src/identity/create-identity.ts";
import { hashPassword } from "../../packages/api/src/identity/password-hash.ts";
import { openDatabase } from "../../packages/api/src/persistence/database.ts";
import { createPostgresStore } from "../../packages/api/src/persistence/postgres-store.ts";
import type { Clock, Store } from "../../packages/api/src/usecases/ports.ts";
import type { testDatabase } from "./database.ts";

type Pool = ReturnType<typeof testDatabase>["pool"];

export const SECRET = "a secret of tests that is long enough for signing";
export const ADDRESS = "http://localhost";

const pools = new WeakMap<object, Pool>();

/** The store of a database, of which `poolOf` knows the connections. */
export function storeOf(pool: Pool, ownPool: Pool = pool): Store {
  const store = createPostgresStore(pool, ownPool);
  pools.set(store.sessions, pool);
  return store;
}

/** The connections behind a store of `storeOf`, or one that was made of it. */
function poolOf({ sessions }: Store): Pool {
  const pool = pools.get(sessions);
  if (pool === undefined) throw new Error("the store was not made by storeOf");
  return pool;
}

/** Identity over the store, as the product has it. */
export function identityOver(
  store: Store,
  { clock, settings = {} }: { clock: Clock; settings?: Partial<IdentityTerms["settings"]> },
): ReturnType<typeof createIdentity> {
  return createIdentity({
    ...{ database: openDatabase(poolOf(store)), store, clock },
    ids: () => crypto.randomUUID(),
    settings: {
      ...{ instance: "test", secret: SECRET, isSecure: false, singleSignOn: undefined },
      address: () => ADDRESS,
      ...settings,
    },
  });
}

export type NewcomerChange = {
  readonly organisationIds?: readonly string[];
  readonly email?: string;
  readonly name?: string;
  readonly isSample?: boolean;
  readonly isActive?: boolean;
  readonly password?: string;
};

/** Keeps somebody with the role; their id. */
export async function keepPerson(
  pool: Pool,
  role: Role,
  change: NewcomerChange = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const { organisationIds = [], email = `${id}@example.kz`, name = role } = change;
  await pool.query(
    `INSERT INTO people (id, email, name, email_verified, role, language, is_active, is_sample)
     VALUES ($1, $2, $3, true, $4, 'ru', $5, $6)`,
    [id, email, name, role, change.isActive ?? true, change.isSample ?? false],
  );
  for (const organisationId of organisationIds) {
    await pool.query("INSERT INTO person_organisations VALUES ($1, $2)", [id, organisationId]);
  }
  if (change.password !== undefined) await givePassword(pool, id, change.password);
  return id;
}

async function givePassword(pool: Pool, personId: string, password: string): Promise<void> {
  await pool.query(
    `INSERT INTO accounts (id, account_id, provider_id, person_id, password)
     VALUES ($1, $2, 'credential', $3, $4)`,
    [crypto.randomUUID(), personId, personId, await hashPassword(password)],
  );
}

/** A request's cookie of somebody new with the role. */
export async function cookieOf(
  store: Store,
  role: Role,
  { clock, ...change }: NewcomerChange & { clock: Clock },
): Promise<string> {
  const personId = await keepPerson(poolOf(store), role, change);
  const { cookies } = await identityOver(store, { clock }).enter(personId, "invitation", {
    ...{ address: "127.0.0.1", userAgent: "" },
  });
  return cookieHeader(cookies);
}

/** What a browser sends back of the cookies that it was given. */
export function cookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
}

/** What a connection from this address gives along with a request. */
export function connectionFrom(remoteAddress: string): ApiBindings {
  return { incoming: { socket: { remoteAddress } } } as unknown as ApiBindings;
}
