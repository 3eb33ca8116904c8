import { describe, expect, it } from "vitest";
import {
  isLoopback,
  isReadableOnTheWay,
  readNetworkSettings,
} from "../../packages/api/src/settings-network.ts";
import { refusalOf } from "../support/refusal-of.ts";

const PUBLIC = { ZHANBASY_URL: "https://zhanbasy.example.kz" };

describe("settings of the network", () => {
  it("keep the product on this computer unless they say otherwise", () => {
    expect(readNetworkSettings({})).toEqual({
      publicUrl: undefined,
      listenAddress: "127.0.0.1",
      trustedProxies: [],
      idleMinutes: 30,
    });
  });

  it("name the address of the product, who passes requests on, and how long a session waits", () => {
    const env = {
      ZHANBASY_URL: "https://Zhanbasy.example.kz:443/",
      ZHANBASY_LISTEN: "0.0.0.0",
      ZHANBASY_TRUSTED_PROXY: "10.1.0.0/16, ::1",
      ZHANBASY_IDLE_MINUTES: "480",
    };
    expect(readNetworkSettings(env)).toEqual({
      publicUrl: "https://zhanbasy.example.kz",
      listenAddress: "0.0.0.0",
      trustedProxies: ["10.1.0.0/16", "::1"],
      idleMinutes: 480,
    });
  });

  it.each([
    [{ ZHANBASY_URL: "zhanbasy.example.kz" }, "publicUrlInvalid"],
    [{ ZHANBASY_URL: "ftp://zhanbasy.example.kz" }, "publicUrlInvalid"],
    [{ ZHANBASY_URL: "https://zhanbasy.example.kz/city" }, "publicUrlInvalid"],
    [{ ZHANBASY_URL: "https://admin:secret@zhanbasy.example.kz" }, "publicUrlInvalid"],
    [{ ZHANBASY_LISTEN: "0.0.0.0" }, "publicUrlMissing"],
    [{ ...PUBLIC, ZHANBASY_LISTEN: "everywhere" }, "listenInvalid"],
    [{ ...PUBLIC, ZHANBASY_LISTEN: "127.0.0.1:8080" }, "listenInvalid"],
    [{ ZHANBASY_TRUSTED_PROXY: "10.1.0.0/33" }, "trustedProxyInvalid"],
    [{ ZHANBASY_TRUSTED_PROXY: "::1/129" }, "trustedProxyInvalid"],
    [{ ZHANBASY_TRUSTED_PROXY: "10.1.0.0/8/8" }, "trustedProxyInvalid"],
    [{ ZHANBASY_TRUSTED_PROXY: "*" }, "trustedProxyInvalid"],
    [{ ZHANBASY_IDLE_MINUTES: "4" }, "idleInvalid"],
    [{ ZHANBASY_IDLE_MINUTES: "481" }, "idleInvalid"],
    [{ ZHANBASY_IDLE_MINUTES: "7.5" }, "idleInvalid"],
  ])("refuse %o", async (env, reason) => {
    const refusal = await refusalOf(() => readNetworkSettings(env));
    expect(refusal).toEqual({ reason, facts: {} });
  });
});

it("knows this computer by its names and addresses", () => {
  expect(["localhost", "127.0.0.1", "127.8.0.1", "::1", "[::1]"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "128.0.0.1", "localhost.example.kz"].some(isLoopback)).toBe(false);
});

it("knows that what travels to an address with http can be read on the way", () => {
  expect(isReadableOnTheWay("http://zhanbasy.example.kz")).toBe(true);
  expect(isReadableOnTheWay("https://zhanbasy.example.kz")).toBe(false);
  expect(isReadableOnTheWay("http://localhost:8080")).toBe(false);
});
