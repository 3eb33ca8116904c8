/** Who holds the port that a start wants. */
import { get } from "node:http";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { Settings } from "../settings.ts";
import { errorCode, StartRefusal } from "./start-refusal.ts";

/** `ours`: a start with the same data serves there already. */
export type PortHolder = "nobody" | "ours" | "another";

/** Where nobody outside this machine listens or asks. */
export const LOOPBACK = "127.0.0.1";

/** What is listened on, and under which name and data. */
export type Reach = Pick<Settings, "port" | "listenAddress" | "publicUrl" | "instance">;

const PATIENCE_MS = 5_000;
const EVERYWHERE = new Set(["0.0.0.0", "::"]);

const health = z.object({ status: z.literal("ok"), instance: z.string() });

/** Finds out by trying; refuses a port that this account may not use. */
export async function findPortHolder(reach: Reach): Promise<PortHolder> {
  if (await isFree(reach)) return "nobody";
  const answer = await askHealth(reach);
  return answer === reach.instance ? "ours" : "another";
}

function isFree({ port, listenAddress }: Reach): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const code = errorCode(error);
      if (code === "EADDRINUSE") resolve(false);
      else if (code === "EACCES") reject(new StartRefusal("portForbidden", { port: String(port) }));
      else if (code === "EADDRNOTAVAIL") reject(new StartRefusal("listenUnavailable"));
      else reject(error);
    });
    probe.listen(port, listenAddress, () => probe.close(() => resolve(true)));
  });
}

/** The instance that answers there, when it is this product. */
async function askHealth(reach: Reach): Promise<string | undefined> {
  try {
    const body = await fetchHealth(reach);
    const parsed = health.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.instance : undefined;
  } catch {
    // Whatever does not answer as this product does is another program.
    return undefined;
  }
}

/** A server that has a name in the network answers to that name only. */
function fetchHealth({ port, listenAddress, publicUrl }: Reach): Promise<string> {
  const host = EVERYWHERE.has(listenAddress) ? LOOPBACK : listenAddress;
  const headers = publicUrl === undefined ? {} : { host: new URL(publicUrl).host };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((resolve, reject) => {
    const request = { host, port, path: "/api/v1/health", headers, agent: false, signal };
    get(request, (response) => {
      text(response).then(resolve, reject);
    }).on("error", reject);
  });
}
