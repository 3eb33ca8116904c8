/**
 * Where the bundled PostgreSQL keeps its things, inside one data folder:
 *
 *     postgres/       the cluster
 *     postgres.log    what the database says
 *     programs-18…/   a copy of the binaries, when root starts it
 *     s/              the socket, unless the path is too long for one
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, lstat, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { refusalOfWrite, StartRefusal } from "../serve/start-refusal.ts";
import { type Account, databaseAccount, requireReachable } from "./local-postgres-account.ts";
import { makeDraft, renameUnlessThere } from "./local-postgres-draft.ts";

export type LocalPostgresPlace = {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly socketFolder: string;
  readonly account: Account | undefined;
};

/** Names the socket file; nothing listens on a port. */
export const SOCKET_PORT = 5432;

const LONGEST_SOCKET_PATH = 100;

/**
 * The place of a database in this data folder, which is made when it is not there. Refuses a folder
 * that cannot be used and a cluster of another major version.
 */
export async function preparePlace(folder: string, major: string): Promise<LocalPostgresPlace> {
  const account = await databaseAccount();
  try {
    if (account !== undefined) await requireReachable(existingParent(folder), account);
    await makeFolder(folder, account);
    if (account !== undefined) await requireReachable(folder, account);
    const cluster = join(folder, "postgres");
    await requireCluster(cluster, major);
    const socketFolder = await prepareSocketFolder(folder, account);
    return { folder, cluster, log: join(folder, "postgres.log"), socketFolder, account };
  } catch (error) {
    throw refusalOfWrite(error, folder);
  }
}

/** Whether the cluster has been made. */
export function isCluster(cluster: string): boolean {
  return existsSync(join(cluster, "PG_VERSION"));
}

/** Refuses what is neither absent, nor empty, nor a cluster of this major version. */
async function requireCluster(cluster: string, major: string): Promise<void> {
  if (!existsSync(cluster)) return;
  if (!isCluster(cluster)) {
    if ((await readdir(cluster)).length === 0) return;
    throw new StartRefusal("folderForeign", { folder: cluster });
  }
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found !== major) {
    throw new StartRefusal("majorDiffers", { folder: cluster, found, expected: major });
  }
}

function existingParent(folder: string): string {
  const parent = dirname(folder);
  return existsSync(folder) || parent === folder ? folder : existingParent(parent);
}

/** Makes the folder; what root makes on the way there, other accounts may pass through. */
async function makeFolder(folder: string, account: Account | undefined): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined || account === undefined) return;
  for (let made = folder; made.startsWith(first); made = dirname(made)) await chmod(made, 0o755);
}

/** The folder that guards the socket: only the account of the database, and root, may enter. */
async function prepareSocketFolder(folder: string, account: Account | undefined): Promise<string> {
  const socketFolder = socketFolderOf(folder, tmpdir());
  if (account !== undefined) await requireReachable(dirname(socketFolder), account);
  if (!existsSync(socketFolder)) {
    const draft = await makeDraft(socketFolder, account);
    await renameUnlessThere(draft, socketFolder);
    await rm(draft, { recursive: true, force: true });
  }
  const stats = await lstat(socketFolder);
  const owner = account?.uid ?? process.getuid?.();
  if (!stats.isDirectory() || stats.uid !== owner || (stats.mode & 0o077) !== 0) {
    throw new StartRefusal("socketFolderForeign", { folder: socketFolder });
  }
  return socketFolder;
}

/** Inside the data folder, or in a temporary folder of its name where that path is too long. */
export function socketFolderOf(folder: string, temporary: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const candidates = [join(folder, "s"), join(temporary, `zhanbasy-${hash}`)];
  return candidates.find(isShortEnough) ?? join("/tmp", `zhanbasy-${hash}`);
}

function isShortEnough(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH;
}
