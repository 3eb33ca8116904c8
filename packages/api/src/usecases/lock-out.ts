/**
 * Waits after failures: of one address of mail, of one network, of one code.
 *
 * An attempt is counted before it is made and taken back when it succeeds, so that a hundred at
 * once are a hundred.
 */
import type { Attempt, FailureStore, Identity, LockRule } from "./identity-ports.ts";
import type { Clock } from "./run-ports.ts";

const DAY_SECONDS = 86_400;

/** Five failures, then 30 seconds, twice as long each time, at most 15 minutes. */
export const NARROW: LockRule = {
  ...{ free: 5, firstSeconds: 30, longestSeconds: 900, forgetSeconds: DAY_SECONDS },
};

/** A network holds many people. */
export const WIDE: LockRule = { ...NARROW, free: 50, forgetSeconds: 3600 };

/** What is counted under which rule, and whether a success wipes the count. */
export type Hurdle = {
  readonly key: string;
  readonly rule: LockRule;
  readonly wipes: boolean;
};

export type LockContext = {
  readonly failures: FailureStore;
  readonly clock: Clock;
};

/** What became of an attempt. */
export type Outcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed" }
  /** `isNew` when this very failure began the wait. */
  | { readonly kind: "locked"; readonly seconds: number; readonly isNew: boolean };

/** Makes the attempt if no wait stands in its way; `undefined` is a failure. */
export async function attemptOnce<Value>(
  context: LockContext,
  hurdles: readonly Hurdle[],
  attempt: () => Promise<Value | undefined>,
): Promise<Outcome<Value>> {
  const { failures, clock } = context;
  const now = clock();
  const taken: { readonly hurdle: Hurdle; readonly counted: Attempt }[] = [];
  for (const hurdle of hurdles) {
    const counted = await failures.attempt(hurdle.key, hurdle.rule, now);
    if (counted.isRefused) {
      for (const { hurdle: earlier } of taken) await failures.forgive(earlier.key, "one");
      return { kind: "locked", seconds: secondsUntil(counted.lockedUntil, now), isNew: false };
    }
    taken.push({ hurdle, counted });
  }
  const value = await attempt();
  if (value !== undefined) {
    for (const { hurdle } of taken) {
      await failures.forgive(hurdle.key, hurdle.wipes ? "all" : "one");
    }
    return { kind: "done", value };
  }
  const until = taken.map(({ counted }) => secondsUntil(counted.lockedUntil, now));
  const seconds = Math.max(0, ...until);
  return seconds === 0 ? { kind: "failed" } : { kind: "locked", seconds, isNew: true };
}

function secondsUntil(moment: Date | undefined, now: Date): number {
  if (moment === undefined) return 0;
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000));
}

/** The hurdle of what a network tries. */
export function networkHurdle(identity: Identity, what: string, address: string): Hurdle {
  const key = identity.disguise(`${what} network ${networkOf(address)}`);
  return { key, rule: WIDE, wipes: false };
}

/** The network of an address: of IPv6 the part that a provider gives to one household. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const first = head.split(":").filter((part) => part !== "");
  const last = (tail ?? "").split(":").filter((part) => part !== "");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const parts = [...first, ...Array.from({ length: gap }, () => "0"), ...last];
  return parts.slice(0, 4).join(":");
}
