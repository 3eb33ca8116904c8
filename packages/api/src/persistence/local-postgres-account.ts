/**
 * The account under which the bundled PostgreSQL runs.
 *
 * PostgreSQL refuses to run as root, so a start by root gives the database process, and nothing
 * else, another account of this machine.
 */
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { StartRefusal } from "../serve/start-refusal.ts";

export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

type Permissions = { readonly mode: number; readonly uid: number; readonly gid: number };

const PREFERRED = ["postgres", "nobody"];

/** The account for the database; none when this process is not root and keeps its own. */
export async function databaseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = findAccount(await readFile("/etc/passwd", "utf8"));
  if (account === undefined) throw new StartRefusal("accountMissing");
  return account;
}

/** The preferred account among the lines of a password file. */
export function findAccount(passwords: string): Account | undefined {
  const accounts = passwords.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = ""] = line.split(":");
    return /^\d+$/.test(uid) && /^\d+$/.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
  return PREFERRED.map((name) => accounts.find((account) => account.name === name)).find(
    (account) => account !== undefined && account.uid !== 0,
  );
}

/** Refuses a folder that the account cannot reach, with the parent that is in its way. */
export async function requireReachable(folder: string, account: Account): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder) await requireReachable(parent, account);
  if (!canTraverse(await stat(folder), account)) {
    throw new StartRefusal("folderUnreachable", { folder, account: account.name });
  }
}

/** Whether a folder with these permissions lets the account through to what it holds. */
export function canTraverse({ mode, uid, gid }: Permissions, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
