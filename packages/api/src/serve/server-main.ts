/**
 * The process of the server: a child of `npm start`, which tells it to end and is told what
 * happens; or on its own, with `DATABASE_URL`.
 */
import process from "node:process";
import { createTranslate } from "../create-translate.ts";
import { isDatabaseGone } from "../persistence/database-gone.ts";
import { findLanguage, readSettings } from "../settings.ts";
import { aborted } from "./pause.ts";
import type { ServerMessage } from "./server-message.ts";
import { StartRefusal } from "./start-refusal.ts";
import { startServer } from "./start-server.ts";
import { surroundingsOf } from "./surroundings.ts";

const hasParent = process.send !== undefined;
const stop = new AbortController();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // Ctrl+C reaches parent and child alike; the parent decides in which order they end.
    if (!hasParent || signal === "SIGTERM") stop.abort();
  });
}
process.on("disconnect", () => stop.abort());

try {
  await serve();
} catch (error) {
  process.exitCode = 1;
  await report(error);
}
if (hasParent && process.connected) process.disconnect();

async function serve(): Promise<void> {
  const settings = readSettings(surroundingsOf(process));
  const { databaseUrl } = settings;
  if (databaseUrl === undefined) throw new StartRefusal("databaseUrlInvalid");
  const server = await startServer({
    settings: { ...settings, databaseUrl },
    onDatabaseLost: () => tell({ kind: "database-lost" }),
  });
  const { port, isDemonstration, firstRunCode } = server;
  if (!stop.signal.aborted) {
    tell({ kind: "ready", port, isDemonstration, ...(firstRunCode && { firstRunCode }) });
  }
  await aborted(stop.signal);
  await server.close();
}

async function report(error: unknown): Promise<void> {
  if (!(error instanceof StartRefusal)) {
    if (!isDatabaseGone(error)) throw error;
    tell({ kind: "database-lost" });
    return;
  }
  const { reason, facts } = error;
  tell({ kind: "refused", reason, facts });
  if (hasParent) return;
  const translate = await createTranslate(findLanguage(process.env) ?? "ru");
  process.stderr.write(`${translate(`start.refused.${reason}`, facts)}\n`);
}

function tell(message: ServerMessage): void {
  if (process.connected) process.send?.(message);
}
