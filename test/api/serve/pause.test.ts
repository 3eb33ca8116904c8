import { describe, expect, it } from "vitest";
import { aborted, pause } from "../../../packages/api/src/serve/pause.ts";

const NEVER_IN_A_TEST_MS = 3_600_000;

describe("a pause", () => {
  it("ends by itself", async () => {
    await expect(pause(1)).resolves.toBeUndefined();
  });

  it("ends when the stop comes, or has come", async () => {
    const stop = new AbortController();
    const waiting = pause(NEVER_IN_A_TEST_MS, stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(pause(NEVER_IN_A_TEST_MS, stop.signal)).resolves.toBeUndefined();
  });
});

it("waits for a stop that comes, or has come", async () => {
  const stop = new AbortController();
  const waiting = aborted(stop.signal);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(aborted(stop.signal)).resolves.toBeUndefined();
});
