import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { sourceEnvironment } from "../../support/start-surroundings.ts";

const MAIN = fileURLToPath(
  new URL("../../../packages/api/src/serve/server-main.ts", import.meta.url),
);

const { url, pool } = testDatabase();

/** A small run. */
beforeAll(async () => {
  await keepSchool(pool);
});

describe("the server with a parent", () => {
  it("leaves it to the parent what Ctrl+C means, and ends when the parent is gone", async () => {
    const server = start({ DATABASE_URL: url });
    await ready(server);
    server.kill("SIGINT");
    server.kill("SIGHUP");
    server.disconnect();
    expect(await once(server, "exit")).toEqual([0, null]);
  });
});

describe("the server on its own", () => {
  it("says why it does not start", () => {
    const env = sourceEnvironment({});
    const { status, stderr } = spawnSync(process.execPath, [MAIN], { env, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^DATABASE_URL is not set /);
  });
});

function start(variables: Readonly<Record<string, string>>): ChildProcess {
  const env = sourceEnvironment({ PORT: "0", ...variables });
  return fork(MAIN, { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.on("message", (message) => {
      if (JSON.stringify(message).includes('"ready"')) resolve();
    });
  });
}
