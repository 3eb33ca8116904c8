import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLock } from "../../scripts/start-lock.mjs";
import { databaseFolder } from "../support/database-folder.ts";

const MODULE = new URL("../../scripts/start-lock.mjs", import.meta.url).href;

/** Writes when it begins and when it ends, with a moment between. */
const WORK = `
  const [, lock, log] = process.argv;
  const { appendFileSync } = require("node:fs");
  import(${JSON.stringify(MODULE)}).then(({ withLock }) =>
    withLock(lock, () => {
      appendFileSync(log, "begin ");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      appendFileSync(log, "end ");
    }),
  );`;

describe("the lock of a set-up", () => {
  it("is held during the work and gone after it, also when the work fails", async () => {
    const lock = await newLock();
    const holder = withLock(lock, () => readFileSync(lock, "utf8"));
    expect(holder).toMatch(new RegExp(`^${process.pid} \\d*$`));
    expect(() =>
      withLock(lock, () => {
        throw new Error("does not compile");
      }),
    ).toThrow("does not compile");
    expect(existsSync(lock)).toBe(false);
  });

  it("is taken over from a process that is gone", async () => {
    const lock = await newLock();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(lock, String(pid));
    expect(withLock(lock, () => "done")).toBe("done");
  });

  it.runIf(existsSync("/proc/self/stat"))(
    "is taken over when its number has been given to another process, or to this one",
    async () => {
      for (const pid of [process.ppid, process.pid]) {
        const lock = await newLock();
        writeFileSync(lock, `${pid} 1`);
        expect(withLock(lock, () => "done")).toBe("done");
      }
    },
  );

  it("is taken over from a process that was killed before it could write its number", async () => {
    const lock = await newLock();
    writeFileSync(lock, "");
    utimesSync(lock, 0, 0);
    expect(withLock(lock, () => "done")).toBe("done");
  });

  it("keeps the works of several processes apart", async () => {
    const lock = await newLock();
    const log = `${lock}.log`;
    const works = [1, 2, 3].map(() => spawn(process.execPath, ["-e", WORK, lock, log]));
    await Promise.all(works.map((work) => once(work, "exit")));
    expect(readFileSync(log, "utf8")).toBe("begin end ".repeat(3));
  });
});

async function newLock(): Promise<string> {
  return join(await databaseFolder(), "setup.lock");
}
