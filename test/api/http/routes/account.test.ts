import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../../packages/api/src/contract.ts";
import { createLetters } from "../../../../packages/api/src/identity/letters.ts";
import { testDatabase } from "../../../support/database.ts";
import { appOver } from "../../../support/kept-school.ts";
import { linkOf, openPostOffice, type PostOffice } from "../../../support/post-office.ts";
import { ADDRESS, keepPerson, storeOf } from "../../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../../support/web-client.ts";

const OLD = "лампа гранит велосипед";
const NEXT = "четыре слона под зонтом";
const { pool } = testDatabase();
const clock = () => new Date();
let post: PostOffice;

beforeAll(async () => {
  post = await openPostOffice();
});
afterAll(() => post.close());

function clientOf(url = post.url) {
  const letters = createLetters({ url, from: "zhanbasy@example.kz" });
  return createWebClient(appOver(storeOf(pool), { as: "nobody", clock, letters }));
}

async function signedIn(email: string, password = OLD) {
  const client = clientOf();
  const { status } = await client.send("POST", "/session", { email, password });
  return { client, status };
}

const keep = (email: string) => keepPerson(pool, "editor", { email, password: OLD, name: "Дина" });
const tokenOf = (link: string) => link.slice(`${ADDRESS}/reset/`.length);

describe("a forgotten password is replaced by a letter", () => {
  it("with a link to our own address that works once", async () => {
    await keep("forgot@example.kz");
    const before = await signedIn("forgot@example.kz");
    const asked = await clientOf().send("POST", "/password-resets", { email: "Forgot@example.kz" });
    expect(asked.status).toBe(202);
    const letter = await post.nextLetter();
    expect(letter.to).toEqual(["forgot@example.kz"]);
    expect(letter.subject).toBe("Новый пароль в программе «Жанбасы»");
    const link = linkOf(letter);
    expect(link.startsWith(`${ADDRESS}/reset/`)).toBe(true);
    expect(letter.html).toContain(`href="${link}"`);
    const set = (password: string) =>
      clientOf().send("POST", `/password-resets/${tokenOf(link)}`, { password });
    const weak = await set("123");
    expect(weak.status).toBe(422);
    expect((await set(NEXT)).status).toBe(204);
    expect((await post.nextLetter()).subject).toBe("Пароль в программе «Жанбасы» изменён");
    expect((await signedIn("forgot@example.kz", NEXT)).status).toBe(204);
    expect((await signedIn("forgot@example.kz")).status).toBe(422);
    expect((await before.client.get("/runs")).status).toBe(401);
    const again = await set("двенадцать стульев и стол");
    expect([again.status, await codeOf(again)]).toEqual([404, "link-unknown"]);
  });

  it("that is good for an hour, and void once another one was sent", async () => {
    await keep("late@example.kz");
    const ask = async () => {
      await clientOf().send("POST", "/password-resets", { email: "late@example.kz" });
      return tokenOf(linkOf(await post.nextLetter()));
    };
    const first = await ask();
    const second = await ask();
    const set = async (token: string) =>
      (await clientOf().send("POST", `/password-resets/${token}`, { password: NEXT })).status;
    expect(await set(first)).toBe(404);
    await pool.query("UPDATE verifications SET expires_at = now() - interval '1 second'");
    expect(await set(second)).toBe(404);
  });

  it("and who asks for an address that nobody has is answered the same", async () => {
    await keepPerson(pool, "editor", { email: "gone@example.kz", isActive: false });
    const answers = [];
    for (const email of ["nobody@example.kz", "gone@example.kz"]) {
      const answer = await clientOf().send("POST", "/password-resets", { email });
      answers.push([answer.status, await answer.text()]);
    }
    await keep("last@example.kz");
    const known = await clientOf().send("POST", "/password-resets", { email: "last@example.kz" });
    expect(answers).toEqual(Array(2).fill([known.status, await known.text()]));
    expect((await post.nextLetter()).to).toEqual(["last@example.kz"]);
    expect(post.count()).toBe(0);
  });

  it("and also who asks while the post does not answer", async () => {
    await keep("silent@example.kz");
    const client = clientOf("smtp://127.0.0.1:9");
    const body = { email: "silent@example.kz" };
    expect((await client.send("POST", "/password-resets", body)).status).toBe(202);
  });

  it("and no more than a few letters go to one address", async () => {
    await keep("pestered@example.kz");
    await keep("other@example.kz");
    for (const _ of "1234567") {
      await clientOf().send("POST", "/password-resets", { email: "pestered@example.kz" });
    }
    for (const _ of "12345") await post.nextLetter();
    await clientOf().send("POST", "/password-resets", { email: "other@example.kz" });
    expect((await post.nextLetter()).to).toEqual(["other@example.kz"]);
  });
});

describe("a person changes the password", () => {
  it("with the current one; all other sessions end", async () => {
    await keep("change@example.kz");
    const { client } = await signedIn("change@example.kz");
    const other = await signedIn("change@example.kz");
    const before = client.cookies();
    const answer = await client.send("POST", "/session/password", { current: OLD, next: NEXT });
    expect(answer.status).toBe(204);
    expect(client.cookies()).not.toBe(before);
    expect((await client.get("/runs")).status).toBe(200);
    expect((await other.client.get("/runs")).status).toBe(401);
    expect((await post.nextLetter()).to).toEqual(["change@example.kz"]);
  });

  it("not with a wrong one, and five tries are followed by a wait", async () => {
    await keep("guess@example.kz");
    const { client } = await signedIn("guess@example.kz");
    const codes: string[] = [];
    for (const _ of "12345") {
      const body = { current: "x", next: NEXT };
      codes.push(await codeOf(await client.send("POST", "/session/password", body)));
    }
    expect(codes).toEqual([...Array<string>(4).fill("password-wrong"), "locked"]);
  });

  it("to one that may be taken, and is told every fault at once", async () => {
    await keep("weak@example.kz");
    const { client } = await signedIn("weak@example.kz");
    const body = { current: OLD, next: "Дина" };
    const answer = await client.send("POST", "/session/password", body);
    const { code, issues } = (await answer.json()) as Problem;
    expect([answer.status, code]).toEqual([422, "password-refused"]);
    expect(issues.map((each) => each.code)).toEqual([
      ...["password-short", "password-common", "password-personal"],
    ]);
  });
});

it("a person changes the own name and language, and nothing else", async () => {
  await keep("self@example.kz");
  const { client } = await signedIn("self@example.kz");
  const answer = await client.send("PATCH", "/session/person", {
    name: " Динара ",
    language: "kk",
  });
  const { name, language, role } = (await answer.json()) as Readonly<Record<string, string>>;
  expect([name, language, role]).toEqual(["Динара", "kk", "editor"]);
  expect((await client.send("PATCH", "/session/person", { role: "administrator" })).status).toBe(
    400,
  );
  expect((await client.send("PATCH", "/session/person", { name: "a\u0000b" })).status).toBe(400);
});

it("a person signs out everywhere else", async () => {
  await keep("everywhere@example.kz");
  const { client } = await signedIn("everywhere@example.kz");
  const other = await signedIn("everywhere@example.kz");
  expect((await client.send("DELETE", "/session/others")).status).toBe(204);
  expect((await client.get("/runs")).status).toBe(200);
  expect((await other.client.get("/runs")).status).toBe(401);
});
