/** The application with all that it stands on, as the settings say. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Pool } from "pg";
import { createApp } from "../app.ts";
import { demonstrationCity } from "../files/demonstration-city.ts";
import type { Api } from "../http/api-context.ts";
import { createIdentity } from "../identity/create-identity.ts";
import { createLetters } from "../identity/letters.ts";
import { openDatabase } from "../persistence/database.ts";
import type { Settings } from "../settings.ts";
import { isLoopback } from "../settings-network.ts";
import type { Clock, Ids, Store } from "../usecases/ports.ts";

export type AppParts = {
  readonly settings: Settings;
  /** Connections that see the whole city. */
  readonly pool: Pool;
  readonly store: Store;
  /** What sessions are signed with. */
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly firstRunCode: string;
  /** The origin by which people reach the server; known when it listens. */
  readonly address: () => string;
  /** Comes when the server closes: answers without an end are ended. */
  readonly closing: AbortSignal;
};

const PAGE = fileURLToPath(new URL("../../../ui/dist/page", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));

/** All routes, and the page; no port is opened. */
export function assembleApp(parts: AppParts): Api {
  const { settings, pool, store, secret, clock, ids, address, firstRunCode, closing } = parts;
  const { instance, publicUrl, listenAddress, trustedProxies, idleMinutes } = settings;
  return createApp({
    ...{ store, clock, ids, instance, closing, pageFolder: PAGE, version: version() },
    identity: createIdentity({
      ...{ database: openDatabase(pool), store, clock, ids },
      settings: {
        ...{ instance, secret, address, singleSignOn: settings.singleSignOn },
        isSecure: publicUrl?.startsWith("https:") ?? false,
      },
    }),
    letters: settings.mail === undefined ? undefined : createLetters(settings.mail),
    reach: {
      ...{ publicUrl, address, trustedProxies, idleMinutes },
      listensOnLoopback: isLoopback(listenAddress),
    },
    firstRunCode: () => firstRunCode,
    city: demonstrationCity,
  });
}

function version(): string {
  const text = readFileSync(PACKAGE, "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
