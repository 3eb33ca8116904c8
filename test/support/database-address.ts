/** Addresses and names of the databases that tests make. */
import { randomBytes } from "node:crypto";

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** A name that no other database has. */
export function newDatabaseName(): string {
  return `zhanbasy_test_${randomBytes(6).toString("hex")}`;
}
