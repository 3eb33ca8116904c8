import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLBACK_PATH } from "../../../../packages/api/src/identity/sign-in-library.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver } from "../../../support/kept-school.ts";
import {
  type SignedOn,
  type SignOnServer,
  startSignOnServer,
} from "../../../support/sign-on-server.ts";
import { ADDRESS, identityOver, keepPerson, storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../../support/web-client.ts";

const { pool } = testDatabase();
const clock = () => new Date();
let city: SignOnServer;

beforeAll(async () => {
  city = await startSignOnServer(`${ADDRESS}${CALLBACK_PATH}`);
});
afterAll(() => city.close());

function appWithSignOn() {
  const store = storeOf(pool);
  const identity = identityOver(store, { clock, settings: { singleSignOn: city.settings } });
  return appOver(store, { as: "nobody", clock, identity });
}

/** Out to the city's server, through it, and back; where the page is led, and with what. */
async function signOn(person: SignedOn) {
  const client = createWebClient(appWithSignOn());
  const begun = await client.send("POST", "/session/single-sign-on");
  const { url } = (await begun.json()) as { readonly url: string };
  const back = await city.walk(url, person);
  const path = back.slice(`${ADDRESS}/api/v1`.length);
  return { client, path, end: await client.get(path) };
}

const leads = (answer: Response) => [answer.status, answer.headers.get("location")];

describe("a person comes by the city's single sign-on", () => {
  it("when the address has an account, again and again", async () => {
    await keepPerson(pool, "checker", { email: "known@example.kz" });
    const person = { subject: "1", email: "known@example.kz", isEmailVerified: true };
    for (const _ of "12") {
      const { client, end } = await signOn(person);
      expect(leads(end)).toEqual([302, "/"]);
      expect((await client.get("/runs")).status).toBe(200);
    }
  });

  it("when the address was invited, and is then what it was invited to be", async () => {
    const inviter = await keepPerson(pool, "administrator");
    const store = storeOf(pool);
    const now = clock();
    await store.invitations.save(
      {
        ...{ id: crypto.randomUUID(), email: "invited@example.kz", name: "Дина", role: "auditor" },
        ...{ organisationIds: [], language: "kk", tokenHash: "1", invitedBy: inviter },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + 60_000) },
      },
      { madeAt: now, actor: inviter, action: "invitation-made", subject: "invitation", facts: {} },
    );
    const { end } = await signOn({
      ...{ subject: "2", email: "Invited@example.kz", isEmailVerified: true },
    });
    expect(leads(end)).toEqual([302, "/"]);
    const person = await store.people.findByEmail("invited@example.kz");
    expect([person?.role, person?.name, person?.language]).toEqual(["auditor", "Дина", "kk"]);
  });
});

describe("nobody else does", () => {
  it("such as somebody without an account and an invitation", async () => {
    const { client, end } = await signOn({
      ...{ subject: "3", email: "stranger@example.kz", isEmailVerified: true },
    });
    expect(leads(end)).toEqual([302, "/sign-in?problem=single-sign-on-unknown"]);
    expect((await client.get("/runs")).status).toBe(401);
    expect(await storeOf(pool).people.findByEmail("stranger@example.kz")).toBeUndefined();
  });

  it("such as somebody whose address the other server has not proved", async () => {
    await keepPerson(pool, "administrator", { email: "boss@example.kz" });
    const { end } = await signOn({
      ...{ subject: "4", email: "boss@example.kz", isEmailVerified: false },
    });
    expect(leads(end)).toEqual([302, "/sign-in?problem=single-sign-on-unknown"]);
  });

  it("such as somebody whose account is closed", async () => {
    await keepPerson(pool, "editor", { email: "closed@example.kz", isActive: false });
    const { client, end } = await signOn({
      ...{ subject: "5", email: "closed@example.kz", isEmailVerified: true },
    });
    expect(end.status).toBe(302);
    expect(end.headers.get("location")).toMatch(/^\/sign-in\?problem=/);
    expect((await client.get("/runs")).status).toBe(401);
  });

  it("such as a browser that did not begin it", async () => {
    await keepPerson(pool, "editor", { email: "victim@example.kz" });
    const person = { subject: "6", email: "victim@example.kz", isEmailVerified: true };
    const begun = await createWebClient(appWithSignOn()).send("POST", "/session/single-sign-on");
    const { url } = (await begun.json()) as { readonly url: string };
    const path = (await city.walk(url, person)).slice(`${ADDRESS}/api/v1`.length);
    const other = createWebClient(appWithSignOn());
    expect(leads(await other.get(path))).toEqual([302, "/sign-in?problem=single-sign-on-failed"]);
    expect((await other.get("/runs")).status).toBe(401);
  });

  it("and a way back that was used once is used", async () => {
    await keepPerson(pool, "editor", { email: "again@example.kz" });
    const person = { subject: "7", email: "again@example.kz", isEmailVerified: true };
    const { client, path } = await signOn(person);
    expect(leads(await client.get(path))).toEqual([302, "/sign-in?problem=single-sign-on-failed"]);
  });
});

it("where a city has none, there is no way to it", async () => {
  const client = createWebClient(appOver(storeOf(pool), { as: "nobody" }));
  const answer = await client.send("POST", "/session/single-sign-on");
  expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
});

it("a server that does not answer is told to be silent", async () => {
  const store = storeOf(pool);
  const singleSignOn = { ...city.settings, issuer: "http://127.0.0.1:9" };
  const identity = identityOver(store, { clock, settings: { singleSignOn } });
  const client = createWebClient(appOver(store, { as: "nobody", clock, identity }));
  const answer = await client.send("POST", "/session/single-sign-on");
  expect([answer.status, await codeOf(answer)]).toEqual([503, "single-sign-on-silent"]);
});
