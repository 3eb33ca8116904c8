/** The server as a child process of the start. */
import { fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseServerMessage, type ServerMessage } from "./server-message.ts";
import { StartRefusal } from "./start-refusal.ts";

export type ServerProcessRequest = {
  readonly env: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
  readonly onMessage: (message: ServerMessage) => void;
};

/** `.ts` from source, `.js` as built. */
const SUFFIX = extname(fileURLToPath(import.meta.url));
const MAIN = fileURLToPath(new URL(`server-main${SUFFIX}`, import.meta.url));

const PATIENCE_MS = 15_000;

/**
 * Runs the server until it ends and says why it did: `SIGKILL`, or `1`. `stop` ends it in good
 * order. When the server refuses to start, so does this.
 */
export function runServerProcess(request: ServerProcessRequest): Promise<string> {
  const { env, stop, onMessage } = request;
  const child = fork(MAIN, { env, stdio: ["ignore", 2, 2, "ipc"] });
  let refusal: StartRefusal | undefined;
  child.on("message", (message) => {
    const parsed = parseServerMessage(message);
    if (parsed.kind === "refused") refusal = new StartRefusal(parsed.reason, parsed.facts);
    onMessage(parsed);
  });
  let killing: NodeJS.Timeout | undefined;
  const end = (): void => {
    child.kill("SIGTERM");
    killing = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  };
  if (stop.aborted) end();
  else stop.addEventListener("abort", end);
  const disconnected = new Promise<void>((resolve) => {
    child.on("disconnect", resolve);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      stop.removeEventListener("abort", end);
      clearTimeout(killing);
      // Its last message may arrive after its end.
      void disconnected.then(() => {
        if (refusal !== undefined) reject(refusal);
        else resolve(signal ?? String(code));
      });
    });
  });
}
