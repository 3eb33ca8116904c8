import { beforeAll, describe, expect, it } from "vitest";
import type { ServerMessage } from "../../../packages/api/src/serve/server-message.ts";
import { runServerProcess } from "../../../packages/api/src/serve/server-process.ts";
import { childrenRunning } from "../../support/child-processes.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { sourceEnvironment } from "../../support/start-surroundings.ts";

const { url, pool } = testDatabase();

/** A small run. */
beforeAll(async () => {
  await keepSchool(pool);
});

describe("the process of the server", () => {
  it("tells when it is ready, and ends in good order when it is stopped", async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const ended = run({ DATABASE_URL: url }, stop.signal, ({ kind }) => {
      told.push(kind);
      if (kind === "ready") stop.abort();
    });
    expect(await ended).toBe("0");
    expect(told).toEqual(["ready"]);
  });

  it("tells the signal that killed it", async () => {
    const never = new AbortController().signal;
    const ended = run({ DATABASE_URL: url }, never, ({ kind }) => {
      if (kind !== "ready") return;
      for (const id of childrenRunning("server-main")) process.kill(id, "SIGKILL");
    });
    expect(await ended).toBe("SIGKILL");
  });

  it("ends without a word of its own when the database has gone", async () => {
    const never = new AbortController().signal;
    const told: string[] = [];
    const gone = { DATABASE_URL: "postgresql://finance:secret@127.0.0.1:1/budget" };
    expect(await run(gone, never, ({ kind }) => told.push(kind))).toBe("1");
    expect(told).toEqual(["database-lost"]);
  });

  it("passes on what it is refused for", async () => {
    const never = new AbortController().signal;
    const refusal = await refusalOf(() => run({}, never, () => undefined));
    expect(refusal.reason).toBe("databaseUrlInvalid");
  });
});

function run(
  variables: Readonly<Record<string, string>>,
  stop: AbortSignal,
  onMessage: (message: ServerMessage) => void,
): Promise<string> {
  return runServerProcess({ env: sourceEnvironment({ PORT: "0", ...variables }), stop, onMessage });
}
