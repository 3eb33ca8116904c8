/** Makes the cluster of the bundled PostgreSQL when there is none yet. */
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { errorCode, refusalOfWrite, StartRefusal } from "../serve/start-refusal.ts";
import type { Binaries } from "./local-postgres-binaries.ts";
import { discardOldDrafts, makeDraft, renameUnlessThere } from "./local-postgres-draft.ts";
import { isCluster, type LocalPostgresPlace } from "./local-postgres-place.ts";

/** The name of the database of the product, and of the role that owns it. */
export const DATABASE_NAME = "zhanbasy";

/** The role that serves: it owns nothing. */
export const RUN_ROLE = "zhanbasy_run";

/**
 * Byte order for texts, because sorting by a language is done where the language is known; and no
 * password, because the folder of the socket lets nobody else in.
 */
const OPTIONS = [
  ...["--locale=C", "--encoding=UTF8", "--auth=trust", `--username=${DATABASE_NAME}`],
  "--no-instructions",
];

/** What the programs of PostgreSQL may know of the surroundings; their words are English. */
export const DATABASE_ENVIRONMENT: NodeJS.ProcessEnv = {
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/bin:/bin",
};

/** Makes the cluster in the place unless it is there; `announce` is called before the work. */
export async function ensureCluster(
  place: LocalPostgresPlace,
  binaries: Binaries,
  announce: () => void,
): Promise<void> {
  await discardOldDrafts(place.folder, new Date());
  if (isCluster(place.cluster)) return;
  announce();
  try {
    const draft = await makeDraft(place.cluster, place.account);
    try {
      await initialise(draft, place, binaries);
      await renameUnlessThere(draft, place.cluster);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (error) {
    throw refusalOfWrite(error, place.folder);
  }
}

async function initialise(
  draft: string,
  { account, folder }: LocalPostgresPlace,
  binaries: Binaries,
): Promise<void> {
  const child = spawn(join(binaries.folder, "bin/initdb"), ["-D", draft, ...OPTIONS], {
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    cwd: "/",
    env: DATABASE_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const [code, said] = await Promise.all([ended, text(child.stderr)]).catch((error: unknown) => {
    throw refusalOfProgram(error);
  });
  if (code === 0) return;
  if (said.includes("No space left on device")) throw new StartRefusal("diskFull", { folder });
  throw new StartRefusal("clusterNotMade", { detail: lastLine(said) });
}

/** A program that is there and still not found asks for another C library than this system has. */
export function refusalOfProgram(error: unknown): unknown {
  if (errorCode(error) !== "ENOENT") return error;
  return new StartRefusal("platformUnsupported", {
    platform: `${process.platform}-${process.arch}`,
  });
}

/** The last line that says something. */
export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
