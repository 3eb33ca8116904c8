import { describe, expect, it } from "vitest";
import type { MadeInvitation, Problem } from "../../../../packages/api/src/contract.ts";
import {
  madeInvitationSchema,
  openInvitationSchema,
} from "../../../../packages/api/src/http/people-schemas.ts";
import { createLetters } from "../../../../packages/api/src/identity/letters.ts";
import { testDatabase } from "../../../support/database.ts";
import { type AppChange, appOver, keepSchool, NOW } from "../../../support/kept-school.ts";
import { linkOf, openPostOffice } from "../../../support/post-office.ts";
import { ADDRESS, storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../../support/web-client.ts";

const PASSWORD = "лампа гранит велосипед";
const { pool } = testDatabase();
const clock = () => new Date(NOW);
const clientOf = (change: AppChange = {}) =>
  createWebClient(appOver(storeOf(pool), { as: "nobody", clock, ...change }));
const administrator = (change: AppChange = {}) => clientOf({ as: "administrator", ...change });

const ASKED = { name: "Дина", role: "auditor", organisationIds: [], language: "kk" };

async function invite(email: string, change: object = {}): Promise<MadeInvitation> {
  const body = { ...ASKED, email, ...change };
  const answer = await administrator().send("POST", "/invitations", body);
  expect(answer.status).toBe(201);
  return madeInvitationSchema.parse(await answer.json());
}

const tokenOf = ({ link }: Pick<MadeInvitation, "link">) =>
  (link ?? "").slice(`${ADDRESS}/invitation/`.length);
const accept = (token: string, password = PASSWORD) =>
  clientOf().send("POST", `/invitations/${token}/acceptance`, { name: "Дина А.", password });

describe("an invited person", () => {
  it("sees what is offered, takes a password, and is signed in with the role", async () => {
    const made = await invite("New@example.kz");
    expect([made.isMailed, made.email, made.state]).toEqual([false, "new@example.kz", "open"]);
    const client = clientOf();
    const offer = await client.get(`/invitations/${tokenOf(made)}/offer`);
    expect(openInvitationSchema.parse(await offer.json())).toEqual({
      ...{ email: "new@example.kz", name: "Дина", role: "auditor", language: "kk" },
    });
    const path = `/invitations/${tokenOf(made)}/acceptance`;
    const body = { name: "Дина А.", password: PASSWORD };
    expect((await client.send("POST", path, body)).status).toBe(204);
    expect((await client.get("/runs")).status).toBe(200);
    const body2 = { email: "new@example.kz", password: PASSWORD };
    expect((await clientOf().send("POST", "/session", body2)).status).toBe(204);
  });

  it("comes once: a link that was used is over, as is one that is a week old", async () => {
    const token = tokenOf(await invite("once@example.kz"));
    expect((await accept(token)).status).toBe(204);
    expect(await codeOf(await accept(token))).toBe("link-unknown");
    const old = tokenOf(await invite("old@example.kz"));
    const later = clientOf({ clock: () => new Date(clock().getTime() + 7 * 86_400_000) });
    expect((await later.get(`/invitations/${old}/offer`)).status).toBe(404);
  });

  it("comes once when two come at once", async () => {
    const token = tokenOf(await invite("race@example.kz"));
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => `${status}`).sort()).toEqual(["204", "404", "404"]);
  });

  it("is told everything that is wrong with a password", async () => {
    const token = tokenOf(await invite("weak@example.kz"));
    const answer = await accept(token, "qwerty");
    const { issues } = (await answer.json()) as Problem;
    expect(issues.map(({ code }) => code)).toEqual(["password-short", "password-common"]);
  });
});

describe("an administrator", () => {
  it("gets no link where the letter was sent", async () => {
    const post = await openPostOffice();
    const letters = createLetters({ url: post.url, from: "zhanbasy@example.kz" });
    const body = { ...ASKED, email: "mailed@example.kz" };
    const answer = await administrator({ letters }).send("POST", "/invitations", body);
    const made = madeInvitationSchema.parse(await answer.json());
    expect([made.isMailed, made.link]).toEqual([true, null]);
    const letter = await post.nextLetter();
    expect(letter.subject).toBe("«Жан басы» бағдарламасына шақыру");
    expect((await accept(tokenOf({ link: linkOf(letter) }))).status).toBe(204);
    await post.close();
  });

  it("is told that a letter was not taken, and gets the link instead", async () => {
    const post = await openPostOffice();
    const letters = createLetters({ url: post.url, from: "zhanbasy@example.kz" });
    const body = { ...ASKED, email: "refused@example.kz" };
    const answer = await administrator({ letters }).send("POST", "/invitations", body);
    const made = madeInvitationSchema.parse(await answer.json());
    expect([made.isMailed, made.link === null]).toEqual([false, false]);
    await post.close();
  });

  it("takes an invitation back, and a new one makes an older one void", async () => {
    const first = await invite("back@example.kz");
    const second = await invite("back@example.kz");
    expect((await accept(tokenOf(first))).status).toBe(404);
    const path = `/invitations/${second.id}`;
    expect((await administrator().send("DELETE", path)).status).toBe(204);
    expect((await accept(tokenOf(second))).status).toBe(404);
    const unknown = `/invitations/${crypto.randomUUID()}`;
    expect((await administrator().send("DELETE", unknown)).status).toBe(404);
  });

  it("invites nobody who has an account", async () => {
    await accept(tokenOf(await invite("taken@example.kz")));
    const body = { ...ASKED, email: "taken@example.kz" };
    const answer = await administrator().send("POST", "/invitations", body);
    expect([answer.status, await codeOf(answer)]).toEqual([409, "address-taken"]);
  });

  it("binds a director to organisations that some register knows, and nobody else", async () => {
    await keepSchool(pool);
    const ask = async (organisationIds: readonly string[], role = "director") => {
      const body = { ...ASKED, email: "d@example.kz", role, organisationIds };
      return administrator().send("POST", "/invitations", body);
    };
    const codes = async (answer: Response) =>
      ((await answer.json()) as Problem).issues.map(({ code }) => code);
    expect(await codes(await ask([]))).toEqual(["organisations-missing"]);
    expect(await codes(await ask(["a", "x", "y"]))).toEqual([
      ...["organisation-not-kept", "organisation-not-kept"],
    ]);
    const made = madeInvitationSchema.parse(await (await ask(["b", "a", "a"])).json());
    expect(made.organisationIds).toEqual(["a", "b"]);
    const other = madeInvitationSchema.parse(await (await ask(["a"], "editor")).json());
    expect(other.organisationIds).toEqual([]);
  });
});

it("tokens are not guessed: fifty failures of a network are followed by a wait", async () => {
  const client = createWebClient(appOver(storeOf(pool), { as: "nobody", clock }), {
    from: "198.51.100.9",
  });
  const statuses: number[] = [];
  for (let turn = 0; turn < 51; turn += 1) {
    statuses.push((await client.get(`/invitations/guess${turn}/offer`)).status);
  }
  expect(statuses.indexOf(429)).toBe(49);
});
