import { describe, expect, it } from "vitest";
import { openPool } from "../../../packages/api/src/serve/open-pool.ts";
import { testDatabase } from "../../support/database.ts";
import { VISITOR } from "../../support/people-context.ts";
import { cookieHeader, identityOver, keepPerson, storeOf } from "../../support/signed-in.ts";

const PASSWORD = "лампа гранит велосипед";
const { pool, url } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const clock = () => NOW;
const identity = (isSecure = false) =>
  identityOver(storeOf(pool), { clock, settings: { isSecure, instance: "0123456789" } });

describe("a session", () => {
  it("begins by our clock and lasts twelve hours", async () => {
    const personId = await keepPerson(pool, "editor");
    const { cookies } = await identity().enter(personId, "first-run", VISITOR);
    const token = identity().readCookie(cookieHeader(cookies)) ?? "";
    const { rows } = await pool.query("SELECT * FROM sessions WHERE token = $1", [token]);
    expect(rows[0]).toMatchObject({
      ...{ created_at: NOW, seen_at: NOW, person_id: personId },
      expires_at: new Date("2026-11-23T22:00:00.000Z"),
    });
  });

  it("travels over https only where the product is reached so", async () => {
    const personId = await keepPerson(pool, "editor");
    const { cookies } = await identity(true).enter(personId, "first-run", VISITOR);
    const [cookie = ""] = cookies;
    expect(cookie).toMatch(/^__Host-zhanbasy-01234567=/);
    expect(cookie.split("; ")).toEqual(expect.arrayContaining(["Secure", "HttpOnly", "Path=/"]));
    expect(cookie).not.toMatch(/domain/i);
  });

  it("is opened for nobody whose account is closed", async () => {
    const personId = await keepPerson(pool, "editor", { isActive: false });
    await expect(identity().enter(personId, "sample", VISITOR)).rejects.toThrow();
  });
});

describe("a password", () => {
  it("is changed for the current one, and all sessions but the new one end", async () => {
    const personId = await keepPerson(pool, "editor", { password: PASSWORD });
    await identity().enter(personId, "sample", VISITOR);
    const next = "четыре слона под зонтом";
    const change = (current: string) =>
      identity().changePassword({ personId, current, next }, VISITOR);
    expect(await change("x")).toBeUndefined();
    expect((await change(PASSWORD))?.personId).toBe(personId);
    const { rows } = await pool.query("SELECT 1 FROM sessions WHERE person_id = $1", [personId]);
    expect(rows).toHaveLength(1);
    const bare = await keepPerson(pool, "editor");
    const none = { personId: bare, current: PASSWORD, next };
    expect(await identity().changePassword(none, VISITOR)).toBeUndefined();
  });

  it("is changed over one connection: nobody who holds one waits for another", async () => {
    const narrow = openPool({ url, size: 1 });
    const personId = await keepPerson(pool, "editor", { password: PASSWORD });
    const request = { personId, current: PASSWORD, next: "четыре слона под зонтом" };
    const changed = await identityOver(storeOf(narrow), { clock }).changePassword(request, VISITOR);
    expect(changed?.personId).toBe(personId);
    await narrow.end();
  });

  it("is reset by a token that is kept as a hash and works once", async () => {
    const personId = await keepPerson(pool, "editor", { email: "reset@example.kz" });
    const token = (await identity().makeResetToken("reset@example.kz")) ?? "";
    const { rows } = await pool.query("SELECT * FROM verifications");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await identity().findResetPerson(token)).toBe(personId);
    const request = { token, personId, password: PASSWORD };
    const results = await Promise.all([
      identity().resetPassword(request),
      identity().resetPassword(request),
    ]);
    expect(results.filter((isSet) => isSet)).toHaveLength(1);
    expect(await identity().findResetPerson(token)).toBeUndefined();
  });
});

it("a text is counted under a key that another secret would not give", () => {
  const other = identityOver(storeOf(pool), { clock, settings: { secret: "x".repeat(40) } });
  expect(identity().disguise("a@example.kz")).toBe(identity().disguise("a@example.kz"));
  expect(identity().disguise("a@example.kz")).not.toBe(other.disguise("a@example.kz"));
});
