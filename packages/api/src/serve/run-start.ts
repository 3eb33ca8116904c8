/**
 * A start of the product: the parent of the database and of the server.
 *
 * It brings both up, starts again whichever dies, and on `stop` ends first the server, so that
 * nothing that was asked is lost, and then the database.
 */
import { createTranslate } from "../create-translate.ts";
import { findLanguage, readSettings, type Settings, type Surroundings } from "../settings.ts";
import { isReadableOnTheWay } from "../settings-network.ts";
import { type Console, createSay, type Say } from "./console.ts";
import { keepDatabase } from "./keep-database.ts";
import { keepServer } from "./keep-server.ts";
import { findPortHolder } from "./port-holder.ts";
import { StartRefusal } from "./start-refusal.ts";

export type StartRequest = {
  readonly surroundings: Surroundings;
  readonly console: Console;
  readonly stop: AbortSignal;
};

type Start = {
  readonly settings: Settings;
  readonly surroundings: Surroundings;
  readonly print: (text: string) => void;
  readonly say: Say;
  readonly stop: AbortSignal;
};

/**
 * Runs the product until it is stopped. The exit code: 0 when it was stopped or serves already, 1
 * when it was refused, with the reason said.
 */
export async function runStart({ surroundings, console, stop }: StartRequest): Promise<number> {
  const language = findLanguage(surroundings.env) ?? "ru";
  const say = createSay(console, await createTranslate(language));
  try {
    const settings = readSettings(surroundings);
    await serve({ settings, surroundings, print: console.print, say, stop });
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    say(`refused.${error.reason}`, error.facts);
    return 1;
  }
}

async function serve(start: Start): Promise<void> {
  if (await servesAlready(start)) return;
  try {
    await serveUntilStopped(start);
  } catch (error) {
    if (!(error instanceof StartRefusal) || error.reason !== "portTaken") throw error;
    // Another start was faster while this one was preparing.
    if (!(await servesAlready(start))) throw error;
  }
}

/** Whether a start with the same data answers at the port; another program there is a refusal. */
async function servesAlready({ settings, print, say }: Start): Promise<boolean> {
  const { port, publicUrl } = settings;
  if (port === 0) return false;
  const holder = await findPortHolder(settings);
  switch (holder) {
    case "nobody":
      return false;
    case "another":
      throw new StartRefusal("portTaken", { port: String(port), other: String(otherPort(port)) });
    case "ours":
      say("runsAlready");
      print(`${publicUrl ?? addressOf(port)}\n`);
      return true;
  }
}

async function serveUntilStopped({
  settings,
  surroundings,
  print,
  say,
  stop,
}: Start): Promise<void> {
  const ending = new AbortController();
  const end = AbortSignal.any([stop, ending.signal]);
  const onFailure = (): void => ending.abort();
  const database = await keepDatabase({ settings, say, stop: end, onFailure });
  if (database === undefined) return;
  const env = {
    ...surroundings.env,
    DATABASE_URL: database.url,
    DATABASE_MIGRATE_URL: database.migrateUrl,
    ZHANBASY_INSTANCE: settings.instance,
  };
  const onDatabaseLost =
    settings.databaseUrl === undefined ? () => undefined : sayOncePerMinute(say);
  const { publicUrl } = settings;
  if (publicUrl !== undefined && isReadableOnTheWay(publicUrl)) say("readableOnTheWay");
  const onReady = (port: number): void => print(`${publicUrl ?? addressOf(port)}\n`);
  stop.addEventListener("abort", () => say("stopping"));
  try {
    await keepServer({ env, say, onReady, onDatabaseLost, stop: end });
  } finally {
    ending.abort();
    await database.leave();
  }
  if (stop.aborted) say("stopped");
}

/** All connections of a pool break together; one sentence tells it. */
function sayOncePerMinute(say: Say): () => void {
  let quietUntil = 0;
  return () => {
    const now = Date.now();
    if (now >= quietUntil) say("databaseLost");
    quietUntil = now + 60_000;
  };
}

function addressOf(port: number): string {
  return `http://localhost:${port}`;
}

function otherPort(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}
