import { describe, expect, it } from "vitest";
import { personDetailSchema } from "../../../../packages/api/src/http/people-schemas.ts";
import { createLetters } from "../../../../packages/api/src/identity/letters.ts";
import { testDatabase } from "../../../support/database.ts";
import { type AppChange, appOver, keepSchool } from "../../../support/kept-school.ts";
import { ADDRESS, cookieOf, keepPerson, storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../../support/web-client.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const clock = () => NOW;

async function administrator(change: AppChange = {}) {
  const store = storeOf(pool);
  const email = `${crypto.randomUUID()}@example.kz`;
  const cookie = await cookieOf(store, "administrator", { clock, email });
  const own = await store.people.findByEmail(email);
  const app = appOver(store, { as: "nobody", clock, ...change });
  return { client: createWebClient(app, { headers: { cookie } }), ownId: own?.id ?? "" };
}

const path = (personId: string) => `/people/${personId}`;

describe("an administrator", () => {
  it("sees everybody by name, a page at a time", async () => {
    for (const name of ["Б", "А", "В"]) await keepPerson(pool, "auditor", { name: `Я${name}` });
    const { client } = await administrator();
    const names: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const after: string = next === "" ? "" : `&after=${next}`;
      const answer = await client.get(`/people?limit=2${after}`);
      const page = (await answer.json()) as { items: unknown[]; next: string | null };
      names.push(...page.items.map((each) => personDetailSchema.parse(each).name));
      next = page.next;
    }
    expect(names.filter((name) => name.startsWith("Я"))).toEqual(["ЯА", "ЯБ", "ЯВ"]);
  });

  it("changes a role, and the person has to sign in again", async () => {
    const store = storeOf(pool);
    const email = "changed@example.kz";
    const cookie = await cookieOf(store, "editor", { clock, email });
    const person = await store.people.findByEmail(email);
    const theirs = createWebClient(appOver(store, { as: "nobody", clock }), {
      headers: { cookie },
    });
    expect((await theirs.get("/runs")).status).toBe(200);
    const { client } = await administrator();
    const answer = await client.send("PATCH", path(person?.id ?? ""), { role: "approver" });
    const changed = personDetailSchema.parse(await answer.json());
    expect([changed.role, changed.sessionCount]).toEqual(["approver", 0]);
    expect((await theirs.get("/runs")).status).toBe(401);
  });

  it("binds a director, and a person who is none any more loses the binding", async () => {
    await keepSchool(pool);
    const id = await keepPerson(pool, "auditor");
    const { client } = await administrator();
    const bare = await client.send("PATCH", path(id), { role: "director" });
    expect([bare.status, await codeOf(bare)]).toEqual([422, "person-refused"]);
    const body = { role: "director", organisationIds: ["a"] };
    const bound = await client.send("PATCH", path(id), body);
    expect(personDetailSchema.parse(await bound.json()).organisationIds).toEqual(["a"]);
    const freed = await client.send("PATCH", path(id), { role: "auditor" });
    expect(personDetailSchema.parse(await freed.json()).organisationIds).toEqual([]);
  });

  it("does not take away the own administration", async () => {
    const { client, ownId } = await administrator();
    for (const body of [{ role: "editor" }, { isActive: false }]) {
      const answer = await client.send("PATCH", path(ownId), body);
      expect([answer.status, await codeOf(answer)]).toEqual([409, "own-administration"]);
    }
    expect((await client.send("PATCH", path(ownId), { name: "Ерлан" })).status).toBe(200);
  });

  it("signs a person out everywhere", async () => {
    const store = storeOf(pool);
    const cookie = await cookieOf(store, "editor", { clock, email: "out@example.kz" });
    const person = await store.people.findByEmail("out@example.kz");
    const { client } = await administrator();
    const ended = await client.send("DELETE", `${path(person?.id ?? "")}/sessions`);
    expect(ended.status).toBe(204);
    const theirs = createWebClient(appOver(store, { as: "nobody", clock }), {
      headers: { cookie },
    });
    expect((await theirs.get("/runs")).status).toBe(401);
    const nobody = await client.send("DELETE", `${path(crypto.randomUUID())}/sessions`);
    expect(nobody.status).toBe(404);
  });

  it("hands over a link to a new password where there is no post, and only there", async () => {
    const id = await keepPerson(pool, "editor");
    const { client } = await administrator();
    const answer = await client.send("POST", `${path(id)}/password-link`);
    const { link } = (await answer.json()) as { readonly link: string };
    expect(link.startsWith(`${ADDRESS}/reset/`)).toBe(true);
    const token = link.slice(`${ADDRESS}/reset/`.length);
    const body = { password: "лампа гранит велосипед" };
    expect((await client.send("POST", `/password-resets/${token}`, body)).status).toBe(204);
    const letters = createLetters({ url: "smtp://127.0.0.1:9", from: "a@example.kz" });
    const posted = await (await administrator({ letters })).client.send(
      ...(["POST", `${path(id)}/password-link`] as const),
    );
    expect([posted.status, await codeOf(posted)]).toEqual([409, "link-by-mail"]);
  });
});

describe("the last administrator stays one", () => {
  const alone = testDatabase();
  it("even when two take the administration from each other at once", async () => {
    const store = storeOf(alone.pool);
    const ids = [
      await keepPerson(alone.pool, "administrator"),
      await keepPerson(alone.pool, "administrator"),
    ];
    const entry = { madeAt: NOW, actor: undefined, subject: "person", facts: {} };
    const results = await Promise.all(
      ids.map((id) =>
        store.people.change(id, { isActive: false }, { ...entry, action: "person-changed" }),
      ),
    );
    const kinds = results.map((each) => (typeof each === "string" ? each : "changed"));
    expect(kinds.sort()).toEqual(["changed", "last-administrator"]);
  });
});
