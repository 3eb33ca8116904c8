/** Who holds the port that a start wants. */
import { get } from "node:http";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { errorCode, StartRefusal } from "./start-refusal.ts";

/** `ours`: a start with the same data serves there already. */
export type PortHolder = "nobody" | "ours" | "another";

/** The only address that is listened on: nobody outside this machine reaches it. */
export const LOOPBACK = "127.0.0.1";

const PATIENCE_MS = 5_000;

const health = z.object({ status: z.literal("ok"), instance: z.string() });

/** Finds out by trying; refuses a port that this account may not use. */
export async function findPortHolder(port: number, instance: string): Promise<PortHolder> {
  if (await isFree(port)) return "nobody";
  const answer = await askHealth(port);
  return answer === instance ? "ours" : "another";
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const code = errorCode(error);
      if (code === "EADDRINUSE") resolve(false);
      else if (code === "EACCES") reject(new StartRefusal("portForbidden", { port: String(port) }));
      else reject(error);
    });
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}

/** The instance that answers there, when it is this product. */
async function askHealth(port: number): Promise<string | undefined> {
  try {
    const body = await fetchText(`http://${LOOPBACK}:${port}/api/v1/health`);
    const parsed = health.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.instance : undefined;
  } catch {
    // Whatever does not answer as this product does is another program.
    return undefined;
  }
}

function fetchText(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    get(url, { agent: false, signal }, (response) => {
      text(response).then(resolve, reject);
    }).on("error", reject);
  });
}
