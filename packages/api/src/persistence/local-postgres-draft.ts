/**
 * Folders that are made under another name and renamed when they are whole, so that two starts at
 * once, or one that was killed, leave either nothing or all of it.
 */
import { chown, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../serve/start-refusal.ts";
import type { Account } from "./local-postgres-account.ts";

const MARK = ".new-";
const ABANDONED_AFTER_MS = 15 * 60_000;

/** An empty folder beside `final` that only the account, or this process without one, may enter. */
export async function makeDraft(final: string, account?: Account): Promise<string> {
  const draft = await mkdtemp(`${final}${MARK}`);
  if (account !== undefined) await chown(draft, account.uid, account.gid);
  return draft;
}

/** Whoever renames first has won; the other keeps its equal work as a draft, to be discarded. */
export async function renameUnlessThere(draft: string, final: string): Promise<void> {
  try {
    await rename(draft, final);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error))) throw error;
  }
}

/** Whether an entry of a folder is something half-made. */
export function isDraft(name: string): boolean {
  return name.includes(MARK);
}

/** Discards half-made folders that nobody has touched for a quarter of an hour. */
export async function discardOldDrafts(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter(isDraft)) {
    const path = join(folder, name);
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now.getTime(),
    );
    if (now.getTime() - touched < ABANDONED_AFTER_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}
