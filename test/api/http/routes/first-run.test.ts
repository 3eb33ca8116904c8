import { describe, expect, it } from "vitest";
import { sessionStateSchema } from "../../../../packages/api/src/http/people-schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver } from "../../../support/kept-school.ts";
import { storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient, type WebClient } from "../../../support/web-client.ts";

const FIRST = {
  ...{ code: "abcd efgh", name: "Ерлан", email: "Boss@example.kz", language: "ru" },
  password: "лампа гранит велосипед",
};

const stateOf = async (client: WebClient) =>
  sessionStateSchema.parse(await (await client.get("/session")).json());

describe("the first administrator", () => {
  const { pool } = testDatabase();
  const clientOf = (from?: string) =>
    createWebClient(appOver(storeOf(pool), { as: "nobody" }), from === undefined ? {} : { from });

  it("is made by the code of the console, from wherever it is typed, and once", async () => {
    const client = clientOf("192.0.2.1");
    expect((await stateOf(client)).isFirstRun).toBe(true);
    const wrong = await client.send("POST", "/first-run", { ...FIRST, code: "AAAA-AAAA" });
    expect([wrong.status, await codeOf(wrong)]).toEqual([422, "code-wrong"]);
    const weak = await client.send("POST", "/first-run", { ...FIRST, password: "boss" });
    expect([weak.status, await codeOf(weak)]).toEqual([422, "password-refused"]);
    expect((await client.send("POST", "/first-run", FIRST)).status).toBe(204);
    const state = await stateOf(client);
    expect([state.isFirstRun, state.person?.role]).toEqual([false, "administrator"]);
    const again = await clientOf().send("POST", "/first-run", { ...FIRST, email: "b@example.kz" });
    expect([again.status, await codeOf(again)]).toEqual([409, "not-first-run"]);
    const late = await clientOf().send("POST", "/first-run/demonstration");
    expect([late.status, await codeOf(late)]).toEqual([409, "demonstration-closed"]);
  });
});

describe("one of many who have the code", () => {
  const { pool } = testDatabase();
  it("is the first, and guesses are followed by a wait for all", async () => {
    const client = createWebClient(appOver(storeOf(pool), { as: "nobody" }));
    const statuses: number[] = [];
    for (const digit of "12345") {
      const body = { ...FIRST, code: `AAAA-AAA${digit}` };
      statuses.push((await client.send("POST", "/first-run", body)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 429]);
    expect((await client.send("POST", "/first-run", FIRST)).status).toBe(429);
    await pool.query("DELETE FROM sign_in_failures");
    const answers = await Promise.all(
      [1, 2, 3].map((turn) =>
        client.send("POST", "/first-run", { ...FIRST, email: `${turn}@example.kz` }),
      ),
    );
    expect(answers.map(({ status }) => `${status}`).sort()).toEqual(["204", "409", "409"]);
  });
});

describe("the demonstration", () => {
  const { pool } = testDatabase();
  it("is opened at this computer, once for all who ask at once, and has people of each role", async () => {
    const app = appOver(storeOf(pool), { as: "nobody" });
    const far = createWebClient(app, { from: "192.0.2.1" });
    expect((await stateOf(far)).canOpenDemonstration).toBe(false);
    expect((await far.send("POST", "/first-run/demonstration")).status).toBe(409);
    const clients = [createWebClient(app), createWebClient(app)];
    const opened = await Promise.all(
      clients.map((client) => client.send("POST", "/first-run/demonstration")),
    );
    expect(opened.map(({ status }) => status)).toEqual([204, 204]);
    for (const client of clients) {
      const { person, samples } = await stateOf(client);
      expect([person?.role, person?.isSample]).toEqual(["editor", true]);
      expect(samples?.map(({ role }) => role)).toEqual([
        ...["editor", "editor", "approver", "preparer", "checker", "director", "auditor"],
        "administrator",
      ]);
      const director = samples?.find(({ role }) => role === "director");
      expect(director?.organisationIds).not.toEqual([]);
    }
    const { items } = await storeOf(pool).runs.list({ limit: 10, after: undefined });
    expect(items).toHaveLength(1);
    const scenarios = await storeOf(pool).scenarios.list({ limit: 10, after: undefined });
    expect(scenarios.items).toHaveLength(3);
  });
});
