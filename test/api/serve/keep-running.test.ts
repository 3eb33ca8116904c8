import { describe, expect, it } from "vitest";
import { keepRunning, restartDelay } from "../../../packages/api/src/serve/keep-running.ts";

describe("a child that is kept running", () => {
  it("is run again when it dies, until a stop", async () => {
    const stop = new AbortController();
    const deaths: string[] = [];
    let runs = 0;
    const run = (): Promise<string> => {
      runs += 1;
      if (runs === 3) stop.abort();
      return Promise.resolve(`death ${runs}`);
    };
    await keepRunning({ run, onDeath: (reason) => deaths.push(reason), stop: stop.signal });
    expect(runs).toBe(3);
    expect(deaths).toEqual(["death 1", "death 2"]);
  });

  it("is not waited for when the stop comes between two attempts", async () => {
    const stop = new AbortController();
    const onDeath = (): void => stop.abort();
    let runs = 0;
    const run = (): Promise<string> => {
      runs += 1;
      return Promise.resolve("died");
    };
    await keepRunning({ run, onDeath, stop: stop.signal });
    expect(runs).toBe(1);
  });

  it("is given up when running it again makes no sense", async () => {
    const run = (): Promise<string> => Promise.reject(new Error("refused"));
    const stop = new AbortController().signal;
    await expect(keepRunning({ run, onDeath: () => undefined, stop })).rejects.toThrow("refused");
  });

  it("is put off ever longer, up to eight seconds", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(restartDelay)).toEqual([
      250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
  });
});
