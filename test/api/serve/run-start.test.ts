import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { LOOPBACK } from "../../../packages/api/src/serve/port-holder.ts";
import { runStart } from "../../../packages/api/src/serve/run-start.ts";
import { testDatabase } from "../../support/database.ts";
import { databaseFolder } from "../../support/database-folder.ts";
import { keepSchool } from "../../support/kept-school.ts";
import { surroundings } from "../../support/start-surroundings.ts";

const { url, pool } = testDatabase();

/** A small run. */
beforeAll(async () => {
  await keepSchool(pool);
});

type Variables = Readonly<Record<string, string>>;

describe("a start", () => {
  it("prints the address, and ends with 0 when it is stopped", async () => {
    const start = begin({ DATABASE_URL: url, PORT: "0" });
    const address = await start.address;
    const answer = await fetch(`${address}/api/v1/health`.replace("localhost", LOOPBACK));
    expect(answer.status).toBe(200);
    start.stop();
    expect(await start.code).toBe(0);
    expect(start.said()).toContain("These are demonstration data: every organisation is invented.");
  });

  it("finds that the same data are served at its port already", async () => {
    const first = begin({ DATABASE_URL: url, PORT: "0" });
    const address = await first.address;
    const second = begin({ DATABASE_URL: url, PORT: new URL(address).port });
    expect(await second.code).toBe(0);
    expect(await second.address).toBe(address);
    expect(second.said()).toEqual([
      "Zhanbasy is already running with these data. Open in a browser:",
    ]);
    first.stop();
    await first.code;
  });

  it("prints the address that people know, and warns when it can be read on the way", async () => {
    const publicUrl = "http://zhanbasy.example.kz";
    const start = begin({ DATABASE_URL: url, PORT: "0", ZHANBASY_URL: publicUrl });
    expect(await start.address).toBe(publicUrl);
    start.stop();
    await start.code;
    expect(start.said()[0]).toMatch(/^ZHANBASY_URL begins with http: passwords/);
  });

  it("is refused a port of another program, and says which to take", async () => {
    const other = createServer((_, response) => response.end("another program"));
    await new Promise<void>((resolve) => other.listen(0, LOOPBACK, resolve));
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const start = begin({ DATABASE_URL: url, PORT: String(port) });
    expect(await start.code).toBe(1);
    expect(start.said().join()).toMatch(`Port ${port} is taken by another program.`);
  });

  it("brings its own database, in a folder of its own", async () => {
    const start = begin({ ZHANBASY_DATA: await databaseFolder(), PORT: "0" });
    await start.address;
    start.stop();
    expect(await start.code).toBe(0);
    expect(start.said()).toEqual([
      "Preparing the database: the first start takes some seconds.",
      "Zhanbasy is running. Open in a browser:",
      "Press Ctrl+C to stop.",
      expect.stringMatching(
        /^Nobody has an account yet. Enter this code on the page: \w{4}-\w{4}$/,
      ),
      "Stopping.",
      "Stopped.",
    ]);
  });
});

/** A start in this process; its server is a child. */
function begin(variables: Variables) {
  const stop = new AbortController();
  const said: string[] = [];
  let tell: (address: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const code = runStart({
    surroundings: surroundings(variables),
    console: {
      print: (text) => tell(text.trim()),
      printError: (text) => said.push(text.trim()),
    },
    stop: stop.signal,
  });
  return { address, code, said: () => said, stop: () => stop.abort() };
}
