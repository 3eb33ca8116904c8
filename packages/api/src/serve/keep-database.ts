/** The database of a start: the bundled one, kept alive, or the one that `DATABASE_URL` names. */
import { joinLocalPostgres, type LocalPostgres } from "../persistence/local-postgres.ts";
import { describeDatabase, type Settings } from "../settings.ts";
import type { Say } from "./console.ts";
import { keepRunning } from "./keep-running.ts";
import { aborted } from "./pause.ts";
import { requireDatabase } from "./require-database.ts";
import { StartRefusal } from "./start-refusal.ts";

export type KeptDatabase = {
  /** For the role that serves. */
  readonly url: string;
  /** For the owner, who brings the database up to date; none where nobody named one. */
  readonly migrateUrl: string | undefined;
  /** Ends the use of the database, and stops it when it is the bundled one and nobody else's. */
  readonly leave: () => Promise<void>;
};

export type DatabaseRequest = {
  readonly settings: Settings;
  readonly say: Say;
  readonly stop: AbortSignal;
  /** Told when the database cannot be kept because of a bug of ours; `leave` throws it. */
  readonly onFailure: () => void;
};

/** The database, ready to be used; nothing when `stop` comes first. */
export async function keepDatabase(request: DatabaseRequest): Promise<KeptDatabase | undefined> {
  const { databaseUrl, migrateUrl } = request.settings;
  if (databaseUrl === undefined) return keepLocalDatabase(request);
  for (const url of [databaseUrl, migrateUrl]) {
    if (url !== undefined) await requireDatabase({ url, name: describeDatabase(url) });
  }
  return { url: databaseUrl, migrateUrl, leave: () => Promise.resolve() };
}

async function keepLocalDatabase(request: DatabaseRequest): Promise<KeptDatabase | undefined> {
  const { say, stop } = request;
  const first = await joinDatabase(request);
  if (first === undefined) return undefined;
  let latest: LocalPostgres = first;
  let isInUse = true;
  const use = async (): Promise<string> => {
    if (!isInUse) {
      latest = (await joinDatabase(request)) ?? latest;
      if (!stop.aborted) say("databaseBack");
    }
    isInUse = false;
    await Promise.race([latest.lost, aborted(stop)]);
    return "";
  };
  const run = (): Promise<string> => use().catch((error: unknown) => explain(error, say));
  const keeping = keepRunning({ run, onDeath: () => say("databaseDied"), stop });
  keeping.catch(request.onFailure);
  const leave = async (): Promise<void> => {
    try {
      await keeping;
    } finally {
      await latest.leave();
    }
  };
  return { url: first.url, migrateUrl: first.ownerUrl, leave };
}

/** A full disk, for one, may be mended while the start keeps trying. */
function explain(error: unknown, say: Say): string {
  if (!(error instanceof StartRefusal)) throw error;
  say(`refused.${error.reason}`, error.facts);
  return error.reason;
}

function joinDatabase({
  settings,
  say,
  stop,
}: DatabaseRequest): Promise<LocalPostgres | undefined> {
  const announceFirstRun = (): void => say("preparingDatabase");
  return joinLocalPostgres({ folder: settings.dataFolder, announceFirstRun, stop });
}
