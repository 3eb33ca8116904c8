/** Where a request comes from, when proxies may stand between. */
import { BlockList, isIP } from "node:net";
import type { Visitor } from "../usecases/identity-ports.ts";
import type { ApiBindings, ApiRequest, Reach } from "./api-context.ts";

/** Whether an address is one of those that were named. */
export type Networks = (address: string) => boolean;

/** The networks of a list such as `10.1.0.0/16, 2001:db8::1`. */
export function networksOf(list: readonly string[]): Networks {
  const known = new BlockList();
  for (const network of list) {
    const [address = "", bits] = network.split("/");
    if (bits === undefined) known.addAddress(address, familyOf(address));
    else known.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => isIP(address) !== 0 && known.check(address, familyOf(address));
}

const isOwnComputer = networksOf(["127.0.0.0/8", "::1"]);

/** What the server around gives along; nothing when the server asks itself. */
export function bindingsOf(request: ApiRequest): ApiBindings {
  const given: ApiBindings | undefined = request.env;
  return given ?? {};
}

/**
 * The address of the client: that of the socket, or, when a trusted proxy is at its other end, the
 * right-most in X-Forwarded-For that is none of the proxies. What stands further left anybody may
 * have written.
 */
export function clientAddress(request: ApiRequest, isTrusted: Networks): string {
  let address = socketAddress(request);
  const forwarded = (request.req.header("x-forwarded-for") ?? "").split(",");
  for (const entry of forwarded.toReversed()) {
    const named = plainAddress(entry.trim());
    if (!isTrusted(address) || isIP(named) === 0) break;
    address = named;
  }
  return address;
}

/** Who asks, for sessions and for counting failures. */
export function visitorOf(request: ApiRequest, isTrusted: Networks): Visitor {
  const userAgent = (request.req.header("user-agent") ?? "").slice(0, 300);
  return { address: clientAddress(request, isTrusted), userAgent };
}

/** Whether the other end of the connection is this computer, be it a proxy on it. */
export function isSocketLocal(request: ApiRequest): boolean {
  return isOwnComputer(socketAddress(request));
}

/**
 * Whether somebody at this very computer asks: nobody else could, and no proxy stands between that
 * would make everybody look like them.
 */
export function isAtThisComputer(request: ApiRequest, reach: Reach): boolean {
  const { req } = request;
  const isForwarded = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"].some(
    (name) => req.header(name) !== undefined,
  );
  const isLocal = reach.listensOnLoopback && reach.publicUrl === undefined;
  return isLocal && !isForwarded && isSocketLocal(request);
}

function socketAddress(request: ApiRequest): string {
  return plainAddress(bindingsOf(request).incoming?.socket.remoteAddress ?? "");
}

/** `::ffff:10.0.0.1` is `10.0.0.1`. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
