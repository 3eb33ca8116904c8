import { describe, expect, it } from "vitest";
import type { ApiRequest, Reach } from "../../../packages/api/src/http/api-context.ts";
import {
  bindingsOf,
  clientAddress,
  isAtThisComputer,
  isSocketLocal,
  networksOf,
  visitorOf,
} from "../../../packages/api/src/http/visitor.ts";
import { connectionFrom } from "../../support/signed-in.ts";

/** What is seen of a request from an address with headers. */
function seen<Answer>(
  from: string | undefined,
  headers: Readonly<Record<string, string>>,
  look: (request: ApiRequest) => Answer,
): Answer {
  const env = from === undefined ? undefined : connectionFrom(from);
  const given = new Headers(headers);
  const req = { header: (name: string) => given.get(name) ?? undefined };
  return look({ env, req } as unknown as ApiRequest);
}

describe("networks", () => {
  const isTrusted = networksOf(["10.1.0.0/16", "192.0.2.7", "2001:db8::/32"]);
  it.each([
    ["10.1.200.3", true],
    ["10.2.0.1", false],
    ["192.0.2.7", true],
    ["192.0.2.8", false],
    ["2001:db8::1", true],
    ["2001:db9::1", false],
    ["", false],
    ["unknown", false],
  ])("%s", (address, isKnown) => {
    expect(isTrusted(address)).toBe(isKnown);
  });
});

describe("the address of the client", () => {
  const isTrusted = networksOf(["10.0.0.0/8", "::1"]);
  it.each<readonly [string, string | undefined, string, string]>([
    ["is that of the connection", "198.51.100.1", "", "198.51.100.1"],
    ["whatever a stranger says", "198.51.100.1", "203.0.113.9", "198.51.100.1"],
    ["is what a trusted proxy says", "10.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["not what was said to the proxy", "10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"],
    ["past several proxies", "10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.7", "203.0.113.9"],
    ["in the longer form too", "::ffff:10.0.0.1", "2001:db8::5", "2001:db8::5"],
    ["up to what is no address", "10.0.0.1", "203.0.113.9, unknown", "10.0.0.1"],
    ["is the proxy's own where it says nothing", "10.0.0.1", "", "10.0.0.1"],
    ["is none where there is no connection", undefined, "203.0.113.9", ""],
  ])("%s", (_, from, forwarded, address) => {
    const headers: Record<string, string> = {};
    if (forwarded !== "") headers["x-forwarded-for"] = forwarded;
    expect(seen(from, headers, (request) => clientAddress(request, isTrusted))).toBe(address);
  });
});

it("a browser may call itself as long as it likes: the beginning is kept", () => {
  const headers = { "user-agent": "a".repeat(1000) };
  const visitor = seen("10.0.0.1", headers, (request) => visitorOf(request, networksOf([])));
  expect(visitor).toEqual({ address: "10.0.0.1", userAgent: "a".repeat(300) });
});

describe("somebody is at this computer", () => {
  const reach: Reach = {
    ...{ publicUrl: undefined, address: () => "", listensOnLoopback: true },
    ...{ trustedProxies: [], idleMinutes: 30 },
  };
  it.each<readonly [string, string | undefined, Readonly<Record<string, string>>, object, boolean]>(
    [
      ["when they ask from it", "127.0.0.1", {}, {}, true],
      ["by either protocol", "::1", {}, {}, true],
      ["not from elsewhere", "192.0.2.1", {}, {}, false],
      ["not when it cannot be told", undefined, {}, {}, false],
      ["not through a proxy on it", "127.0.0.1", { "x-forwarded-for": "127.0.0.1" }, {}, false],
      ["not through one that says so otherwise", "127.0.0.1", { forwarded: "for=_" }, {}, false],
      ["not when others are let in", "127.0.0.1", {}, { listensOnLoopback: false }, false],
      ["not under a public name", "127.0.0.1", {}, { publicUrl: "https://a.kz" }, false],
    ],
  )("%s", (_, from, headers, change, isHere) => {
    const look = (request: ApiRequest) => isAtThisComputer(request, { ...reach, ...change });
    expect(seen(from, headers, look)).toBe(isHere);
  });

  it("and a proxy on it has a connection of this computer", () => {
    expect(seen("127.0.0.1", { forwarded: "for=_" }, isSocketLocal)).toBe(true);
  });
});

it("a request of the server itself has no connection", () => {
  expect(seen(undefined, {}, bindingsOf)).toEqual({});
});
