/** Under which address the product is reached, by whom, and how long a session stays open. */
import { isIP } from "node:net";
import { type Environment, given } from "./environment.ts";
import { StartRefusal } from "./serve/start-refusal.ts";

export type NetworkSettings = {
  /**
   * `ZHANBASY_URL`, an origin such as `https://zhanbasy.example.kz`; where it is not given people
   * reach the product as localhost, from this computer only.
   */
  readonly publicUrl: string | undefined;
  /** `ZHANBASY_LISTEN`: the address that is listened on, 127.0.0.1 unless it is given. */
  readonly listenAddress: string;
  /**
   * `ZHANBASY_TRUSTED_PROXY`: addresses and networks, `10.1.0.0/16`, whose word about the address
   * of a client is believed.
   */
  readonly trustedProxies: readonly string[];
  /** `ZHANBASY_IDLE_MINUTES`: a session ends after so many without a request; 30 unless given. */
  readonly idleMinutes: number;
};

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Settings of the network; what cannot be meant is refused without being repeated. */
export function readNetworkSettings(env: Environment): NetworkSettings {
  const publicUrl = publicUrlOf(given(env, "ZHANBASY_URL"));
  const listenAddress = addressOf(given(env, "ZHANBASY_LISTEN") ?? "127.0.0.1");
  if (publicUrl === undefined && !isLoopback(listenAddress)) {
    throw new StartRefusal("publicUrlMissing");
  }
  return {
    ...{ publicUrl, listenAddress },
    trustedProxies: networksOf(given(env, "ZHANBASY_TRUSTED_PROXY") ?? ""),
    idleMinutes: minutesOf(given(env, "ZHANBASY_IDLE_MINUTES") ?? "30"),
  };
}

/** Whether an address of the network, or a name in an address of the web, is this computer. */
export function isLoopback(name: string): boolean {
  return LOOPBACK_NAMES.has(name) || name === "::1" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** Whether what travels to this address can be read on the way. */
export function isReadableOnTheWay(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && !isLoopback(hostname);
}

/** The origin: a page under a path would share its cookies with whatever else stands there. */
function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text)) throw new StartRefusal("publicUrlInvalid");
  const { protocol, origin, href } = new URL(text);
  const isOrigin = href === `${origin}/`;
  if (!isOrigin || !/^https?:$/.test(protocol)) throw new StartRefusal("publicUrlInvalid");
  return origin;
}

function addressOf(text: string): string {
  const address = text === "localhost" ? "127.0.0.1" : text;
  if (isIP(address) === 0) throw new StartRefusal("listenInvalid");
  return address;
}

function networksOf(text: string): readonly string[] {
  const networks = text
    .split(",")
    .map((network) => network.trim())
    .filter((network) => network !== "");
  if (!networks.every(isNetwork)) throw new StartRefusal("trustedProxyInvalid");
  return networks;
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  const isMeant = /^\d{1,3}$/.test(text) && minutes >= 5 && minutes <= 480;
  if (!isMeant) throw new StartRefusal("idleInvalid");
  return minutes;
}
