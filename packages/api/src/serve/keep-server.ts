/** The server process of a start, kept alive. */

import type { Say } from "./console.ts";
import { keepRunning } from "./keep-running.ts";
import type { ServerMessage } from "./server-message.ts";
import { runServerProcess } from "./server-process.ts";
import { StartRefusal } from "./start-refusal.ts";

export type ServerKeeping = {
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  /** Told the port when the server is ready for the first time. */
  readonly onReady: (port: number) => void;
  /** Told of each connection to the database that breaks. */
  readonly onDatabaseLost: () => void;
  readonly stop: AbortSignal;
};

/** A server that has died so often before it was ever ready will not start at all. */
const ATTEMPTS = 3;

/** Keeps the server running until `stop`; refuses when it does not come up. */
export async function keepServer(keeping: ServerKeeping): Promise<void> {
  const { env, say, onDatabaseLost, stop } = keeping;
  let port: number | undefined;
  let attempts = 0;
  const onMessage = (message: ServerMessage): void => {
    switch (message.kind) {
      case "ready":
        if (port === undefined) introduce(message, keeping);
        else say("serverBack");
        port = message.port;
        // A server that was started again has made another code.
        if (message.firstRunCode !== undefined) say("firstRun", { code: message.firstRunCode });
        return;
      case "database-lost":
        onDatabaseLost();
        return;
      case "refused":
        return;
    }
  };
  const run = async (): Promise<string> => {
    attempts += 1;
    const reason = await runServerProcess({ env: withPort(env, port), stop, onMessage });
    if (port === undefined && attempts >= ATTEMPTS && !stop.aborted) {
      throw new StartRefusal("serverNotStarted", { detail: reason });
    }
    return reason;
  };
  await keepRunning({ run, onDeath: (reason) => say("serverDied", { reason }), stop });
}

function introduce(
  { port, isDemonstration }: Extract<ServerMessage, { kind: "ready" }>,
  { say, onReady }: Pick<ServerKeeping, "say" | "onReady">,
): void {
  say("ready");
  onReady(port);
  if (isDemonstration) say("demonstration");
  say("howToStop");
}

/** A port that the system chose stays the same when the server is started again. */
function withPort(env: NodeJS.ProcessEnv, port: number | undefined): NodeJS.ProcessEnv {
  return port === undefined ? env : { ...env, PORT: String(port) };
}
