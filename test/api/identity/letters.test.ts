import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLetters } from "../../../packages/api/src/identity/letters.ts";
import { linkOf, openPostOffice, type PostOffice } from "../../support/post-office.ts";

let post: PostOffice;
beforeAll(async () => {
  post = await openPostOffice();
});
afterAll(() => post.close());

const letters = (url = post.url) => createLetters({ url, from: "Жанбасы <a@example.kz>" });
const TO = { to: "dina@example.kz", name: "Дина" };
const LINK = "https://zhanbasy.example.kz/reset/abc_-DEF";

describe("a letter", () => {
  it.each([
    ["ru", "Новый пароль в программе «Жанбасы»", "Здравствуйте, Дина."],
    ["kk", "«Жан басы» бағдарламасындағы жаңа құпиясөз", "Сәлеметсіз бе, Дина."],
    ["en", "A new password for Zhanbasy", "Hello Дина,"],
  ] as const)("is in the language of who gets it: %s", async (language, subject, greeting) => {
    await letters().sendReset({ ...TO, language, link: LINK });
    const letter = await post.nextLetter();
    expect([letter.to, letter.subject]).toEqual([["dina@example.kz"], subject]);
    expect(letter.text.startsWith(greeting)).toBe(true);
    expect(linkOf(letter)).toBe(LINK);
    expect(letter.html).toContain(`<html lang="${language}">`);
  });

  it("of an invitation names the role, the inviter and the day it ends", async () => {
    await letters().sendInvitation({
      ...{ ...TO, language: "en", role: "checker", inviter: "Ерлан", link: LINK },
      expiresAt: new Date("2026-11-30T10:15:00.000Z"),
    });
    const { text } = await post.nextLetter();
    for (const word of ["finance checker", "Ерлан", "2026-11-30 10:15", LINK]) {
      expect(text).toContain(word);
    }
  });

  it("about a changed password has no link", async () => {
    await letters().sendPasswordChanged({ ...TO, language: "ru" });
    const letter = await post.nextLetter();
    expect([linkOf(letter), letter.html.includes("<a ")]).toEqual(["", false]);
  });

  it("shows a name as it is, and never as a page of its own", async () => {
    const name = `<script src="x">&"`;
    await letters().sendPasswordChanged({ ...TO, name, language: "en" });
    const { text, html } = await post.nextLetter();
    expect(text).toContain(name);
    expect(html).toContain("&lt;script src=&quot;x&quot;&gt;&amp;&quot;");
  });

  it("that the post does not take is an error", async () => {
    const refused = { ...TO, to: "refused@example.kz", language: "ru" } as const;
    await expect(letters().sendPasswordChanged(refused)).rejects.toThrow();
    const nowhere = letters("smtp://127.0.0.1:9");
    await expect(nowhere.sendPasswordChanged({ ...TO, language: "ru" })).rejects.toThrow();
  });
});
