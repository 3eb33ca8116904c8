import { describe, expect, it } from "vitest";
import { sessionStateSchema } from "../../../../packages/api/src/http/people-schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver } from "../../../support/kept-school.ts";
import { keepPerson, storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../../support/web-client.ts";

const PASSWORD = "лампа гранит велосипед";
const { pool } = testDatabase();

/** A server whose clock stands until it is moved. */
function serverAt(moment = "2026-11-23T10:00:00.000Z") {
  const time = { now: new Date(moment).getTime() };
  const app = appOver(storeOf(pool), { as: "nobody", clock: () => new Date(time.now) });
  return { app, wait: (seconds: number) => (time.now += seconds * 1000) };
}

function keepEditor(email: string, isActive = true): Promise<string> {
  return keepPerson(pool, "editor", { email, isActive, name: "Айгерим", password: PASSWORD });
}

const stateOf = async (answer: Response) => sessionStateSchema.parse(await answer.json());

describe("a person signs in with a password", () => {
  it("and is then who asks, until they sign out", async () => {
    const id = await keepEditor("one@example.kz");
    const client = createWebClient(serverAt().app);
    expect((await client.get("/runs")).status).toBe(401);
    const entered = await client.send("POST", "/session", {
      ...{ email: " One@Example.kz ", password: PASSWORD },
    });
    expect(entered.status).toBe(204);
    expect((await stateOf(await client.get("/session"))).person?.id).toBe(id);
    expect((await client.get("/runs")).status).toBe(200);
    expect((await client.send("DELETE", "/session")).status).toBe(204);
    expect(client.cookies()).toBe("");
    expect((await stateOf(await client.get("/session"))).person).toBeNull();
  });

  it("by a cookie that no script reads and no other site sends along", async () => {
    await keepEditor("cookie@example.kz");
    const client = createWebClient(serverAt().app);
    const body = { email: "cookie@example.kz", password: PASSWORD };
    const answer = await client.send("POST", "/session", body);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie.split("; ").slice(1).sort()).toEqual([
      ...["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Lax"],
    ]);
    expect(cookie).toMatch(/^zhanbasy-test=/);
  });

  it("and the session that was there before is over", async () => {
    await keepEditor("twice@example.kz");
    const client = createWebClient(serverAt().app);
    const body = { email: "twice@example.kz", password: PASSWORD };
    await client.send("POST", "/session", body);
    const first = client.cookies();
    await client.send("POST", "/session", body);
    expect(client.cookies()).not.toBe(first);
    const headers = { cookie: first, host: "localhost" };
    const answer = await serverAt().app.request("/api/v1/runs", { headers });
    expect(answer.status).toBe(401);
  });
});

describe("a refusal does not tell what was wrong", () => {
  it.each([
    ["a wrong password", "wrong@example.kz", "гранит лампа велосипед"],
    ["an unknown address", "nobody@example.kz", PASSWORD],
    ["a closed account", "closed@example.kz", PASSWORD],
    ["a person without a password", "bare@example.kz", PASSWORD],
  ])("%s", async (_, email, password) => {
    if (email.startsWith("wrong")) await keepEditor(email);
    if (email.startsWith("closed")) await keepEditor(email, false);
    if (email.startsWith("bare")) await keepPerson(pool, "editor", { email });
    const client = createWebClient(serverAt().app);
    const answer = await client.send("POST", "/session", { email, password });
    expect([answer.status, await codeOf(answer)]).toEqual([422, "sign-in-refused"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe("failures are followed by a wait", () => {
  it("after the fifth, twice as long each time, whoever the address belongs to", async () => {
    const { app, wait } = serverAt();
    const client = createWebClient(app);
    const fail = async () => {
      const body = { email: "guessed@example.kz", password: "x" };
      const answer = await client.send("POST", "/session", body);
      return answer.headers.get("retry-after");
    };
    const first = [await fail(), await fail(), await fail(), await fail(), await fail()];
    expect(first).toEqual([null, null, null, null, "30"]);
    wait(12);
    expect(await fail()).toBe("18");
    wait(18);
    expect(await fail()).toBe("60");
    wait(60);
    expect(await fail()).toBe("120");
  });

  it("in which the right password is refused too, and which a success ends", async () => {
    await keepEditor("locked@example.kz");
    const { app, wait } = serverAt();
    const client = createWebClient(app);
    const attempt = (password: string) =>
      client.send("POST", "/session", { email: "locked@example.kz", password });
    for (const _ of "12345") await attempt("x");
    const refused = await attempt(PASSWORD);
    expect([refused.status, await codeOf(refused)]).toEqual([429, "locked"]);
    wait(30);
    expect((await attempt(PASSWORD)).status).toBe(204);
    expect((await attempt("x")).status).toBe(422);
  });

  it("and a hundred at once are a hundred", async () => {
    const client = createWebClient(serverAt().app);
    const body = { email: "flood@example.kz", password: "x" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.send("POST", "/session", body)),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(16);
  });

  it("of one network when they come from it, by whatever addresses", async () => {
    const client = createWebClient(serverAt().app, { from: "198.51.100.7" });
    const statuses: number[] = [];
    for (let turn = 0; turn < 51; turn += 1) {
      const body = { email: `many${turn}@example.kz`, password: "x" };
      statuses.push((await client.send("POST", "/session", body)).status);
    }
    expect(statuses.indexOf(429)).toBe(49);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a session ends", () => {
  it("after the minutes without a request, and not before", async () => {
    await keepEditor("idle@example.kz");
    const { app, wait } = serverAt();
    const client = createWebClient(app);
    await client.send("POST", "/session", { email: "idle@example.kz", password: PASSWORD });
    wait(30 * 60);
    expect((await client.get("/runs")).status).toBe(200);
    wait(30 * 60);
    expect((await client.get("/runs")).status).toBe(200);
    wait(31 * 60 + 1);
    expect((await client.get("/runs")).status).toBe(401);
  });

  it("though the page asks who one is all the while", async () => {
    await keepEditor("asking@example.kz");
    const { app, wait } = serverAt();
    const client = createWebClient(app);
    await client.send("POST", "/session", { email: "asking@example.kz", password: PASSWORD });
    for (const _ of "1234") {
      wait(10 * 60);
      await client.get("/session");
    }
    expect((await client.get("/runs")).status).toBe(401);
  });

  it("twelve hours after it began, however busy", async () => {
    await keepEditor("busy@example.kz");
    const { app, wait } = serverAt();
    const client = createWebClient(app);
    await client.send("POST", "/session", { email: "busy@example.kz", password: PASSWORD });
    for (let turn = 0; turn < 47; turn += 1) {
      wait(15 * 60);
      await client.get("/runs");
    }
    expect((await client.get("/runs")).status).toBe(200);
    wait(15 * 60);
    expect((await client.get("/runs")).status).toBe(401);
  });

  it("at once when the account is closed", async () => {
    const id = await keepEditor("leaving@example.kz");
    const client = createWebClient(serverAt().app);
    await client.send("POST", "/session", { email: "leaving@example.kz", password: PASSWORD });
    await pool.query("UPDATE people SET is_active = false WHERE id = $1", [id]);
    expect((await client.get("/runs")).status).toBe(401);
  });
});

describe("people of the demonstration are entered without a password", () => {
  it("at this computer only, and nobody else is", async () => {
    const sample = await keepPerson(pool, "checker", { isSample: true, name: "Тимур" });
    const other = await keepPerson(pool, "checker");
    const { app } = serverAt();
    const here = createWebClient(app);
    const { samples } = await stateOf(await here.get("/session"));
    expect(samples?.map(({ id }) => id)).toEqual([sample]);
    const enter = async (client: typeof here, personId: string) =>
      (await client.send("POST", "/session/sample", { personId })).status;
    expect(await enter(here, sample)).toBe(204);
    expect(await enter(here, other)).toBe(409);
    const far = createWebClient(app, { from: "192.0.2.1" });
    expect((await stateOf(await far.get("/session"))).samples).toBeNull();
    expect(await enter(far, sample)).toBe(409);
    const behindProxy = createWebClient(app, { headers: { "x-forwarded-for": "127.0.0.1" } });
    expect(await enter(behindProxy, sample)).toBe(409);
  });
});

it("the journal tells of signing in and out, of waits, and names nobody", async () => {
  const id = await keepEditor("journal@example.kz");
  const { app } = serverAt();
  const client = createWebClient(app);
  await client.send("POST", "/session", { email: "journal@example.kz", password: PASSWORD });
  await client.send("DELETE", "/session");
  for (const _ of "12345") {
    await client.send("POST", "/session", { email: "journal@example.kz", password: "x" });
  }
  const { items } = await storeOf(pool).audit.list({ limit: 10, after: undefined }, `person ${id}`);
  expect(items.map(({ action }) => action)).toEqual(["sign-in-locked", "signed-out", "signed-in"]);
  expect(items.map(({ facts }) => facts)).toEqual([{ seconds: "30" }, {}, { way: "password" }]);
});
