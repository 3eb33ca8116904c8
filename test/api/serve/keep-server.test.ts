import { beforeAll, describe, expect, it } from "vitest";
import { keepServer } from "../../../packages/api/src/serve/keep-server.ts";
import { childrenRunning } from "../../support/child-processes.ts";
import { testDatabase } from "../../support/database.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { refusalOf } from "../../support/refusal-of.ts";
import { sourceEnvironment } from "../../support/start-surroundings.ts";

const { url, pool } = testDatabase();

/** A small run, of which the start tells that it is invented. */
beforeAll(async () => {
  await keepSchool(pool);
});

describe("a server that is kept alive", () => {
  it("comes back at the same port after it was killed", async () => {
    const stop = new AbortController();
    const ports: number[] = [];
    const said: string[] = [];
    await keep(url, {
      stop: stop.signal,
      onReady: (port) => {
        ports.push(port);
        for (const id of childrenRunning("server-main")) process.kill(id, "SIGKILL");
      },
      say: (key) => {
        said.push(key);
        if (said.filter((each) => each === "firstRun").length === 2) stop.abort();
      },
    });
    expect(ports).toHaveLength(1);
    const told = ["ready", "demonstration", "howToStop", "firstRun", "serverDied", "serverBack"];
    expect(said).toEqual([...told, "firstRun"]);
  });

  it("is given up when it never comes up", async () => {
    const said: string[] = [];
    const stop = new AbortController().signal;
    const work = (): Promise<void> =>
      keep("postgresql://finance:secret@127.0.0.1:1/budget", {
        ...{ stop, onReady: () => undefined },
        say: (key) => said.push(key),
      });
    expect(await refusalOf(work)).toMatchObject({ reason: "serverNotStarted" });
    expect(said).toEqual(["serverDied", "serverDied"]);
  });
});

function keep(
  databaseUrl: string,
  keeping: Pick<Parameters<typeof keepServer>[0], "stop" | "onReady" | "say">,
): Promise<void> {
  const env = sourceEnvironment({ DATABASE_URL: databaseUrl, PORT: "0" });
  return keepServer({ env, onDatabaseLost: () => undefined, ...keeping });
}
