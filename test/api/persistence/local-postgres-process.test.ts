import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  isAlive,
  removeStaleLock,
  stopDatabaseProcess,
} from "../../../packages/api/src/persistence/local-postgres-process.ts";
import { databaseFolder } from "../../support/database-folder.ts";

/** Waits to be stopped; ends at SIGINT as a database does. */
const WAITING = ["-e", "process.on('SIGINT', () => process.exit(3)); setInterval(() => 0, 1000)"];

describe("a process", () => {
  it("is alive until it has ended", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    expect(isAlive(child.pid ?? 0)).toBe(false);
    expect(isAlive(process.pid)).toBe(true);
  });

  it("is asked to stop in good order, and waited for", async () => {
    const child = spawn(process.execPath, [...WAITING.slice(0, 1), `${WAITING[1]}; console.log()`]);
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    await stopDatabaseProcess(child.pid ?? 0);
    expect(isAlive(child.pid ?? 0)).toBe(false);
    expect(await ended).toEqual([3, null]);
  });

  it("that has ended is stopped already", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    await expect(stopDatabaseProcess(child.pid ?? 0)).resolves.toBeUndefined();
  });
});

describe("the lock of a cluster", () => {
  it.each([
    ["goes when its process is another program now", `${process.pid}\n`, false],
    ["stays when nobody runs under its id: the database itself decides", "4194304\n", true],
    ["stays when it cannot be read as one", "none\n", true],
  ])("%s", async (_name, content, stays) => {
    const folder = await databaseFolder();
    const lock = join(folder, "postmaster.pid");
    await writeFile(lock, content);
    await removeStaleLock(folder);
    expect(existsSync(lock)).toBe(stays);
  });
});
