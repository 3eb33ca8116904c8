import { describe, expect, it } from "vitest";
import type { Attempt } from "../../../packages/api/src/usecases/identity-ports.ts";
import {
  attemptOnce,
  type Hurdle,
  NARROW,
  networkHurdle,
  networkOf,
  WIDE,
} from "../../../packages/api/src/usecases/lock-out.ts";
import { testDatabase } from "../../support/database.ts";
import { identityOver, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const contextAt = (moment = NOW) => ({ failures: storeOf(pool).failures, clock: () => moment });
const later = (seconds: number) => contextAt(new Date(NOW.getTime() + seconds * 1000));
const fail = (): Promise<Attempt | undefined> => Promise.resolve(undefined);

describe("an attempt", () => {
  it("that succeeds is no failure of the network, and wipes those of the person", async () => {
    const own: Hurdle = { key: "own", rule: NARROW, wipes: true };
    const wide: Hurdle = { key: "wide", rule: { ...WIDE, free: 6 }, wipes: false };
    const succeed = () => Promise.resolve("in");
    for (const _ of "1234") await attemptOnce(contextAt(), [wide, own], fail);
    for (const _ of "123") {
      const outcome = await attemptOnce(contextAt(), [wide, own], succeed);
      expect(outcome).toEqual({ kind: "done", value: "in" });
    }
    expect(await attemptOnce(contextAt(), [wide, own], fail)).toEqual({ kind: "failed" });
    const sixth = await attemptOnce(contextAt(), [wide, own], fail);
    expect(sixth).toEqual({ kind: "locked", seconds: 30, isNew: true });
  });

  it("that comes too early is not made, and not counted by the others", async () => {
    const locked: Hurdle = { key: "locked", rule: { ...NARROW, free: 1 }, wipes: true };
    const other: Hurdle = { key: "other", rule: { ...NARROW, free: 2 }, wipes: true };
    await attemptOnce(contextAt(), [locked], fail);
    let made = 0;
    for (const _ of "123") {
      const outcome = await attemptOnce(later(10), [other, locked], () => {
        made += 1;
        return fail();
      });
      expect(outcome).toEqual({ kind: "locked", seconds: 20, isNew: false });
    }
    expect(made).toBe(0);
    expect(await attemptOnce(later(10), [other], fail)).toEqual({ kind: "failed" });
  });

  it("waits for a quarter of an hour at most, and is forgotten after a day", async () => {
    const own: Hurdle = { key: "patient", rule: { ...NARROW, free: 1 }, wipes: true };
    const waits: number[] = [];
    let seconds = 0;
    for (const _ of "1234567") {
      const outcome = await attemptOnce(later(seconds), [own], fail);
      const wait = outcome.kind === "locked" ? outcome.seconds : 0;
      waits.push(wait);
      seconds += wait;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    const next = await attemptOnce(later(seconds + 86_401), [own], fail);
    expect(next).toEqual({ kind: "locked", seconds: 30, isNew: true });
  });
});

describe("a network", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::5", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["", ""],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is kept as a key from which nobody reads the address", () => {
    const identity = identityOver(storeOf(pool), { clock: () => NOW });
    const { key } = networkHurdle(identity, "sign-in", "198.51.100.7");
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(networkHurdle(identity, "link", "198.51.100.7").key).not.toBe(key);
  });
});
