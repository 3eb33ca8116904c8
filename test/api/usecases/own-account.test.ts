import { describe, expect, it } from "vitest";
import type { LetterTo } from "../../../packages/api/src/usecases/identity-ports.ts";
import { makeResetLink, resetPassword } from "../../../packages/api/src/usecases/own-account.ts";
import { testDatabase } from "../../support/database.ts";
import { peopleContext, VISITOR } from "../../support/people-context.ts";
import { ADDRESS, keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();

describe("a link to a new password", () => {
  it("is made for nobody without an account, nor for invented people", async () => {
    await keepPerson(pool, "editor", { email: "sample@example.kz", isSample: true });
    const context = peopleContext(pool);
    expect(await makeResetLink(context, "sample@example.kz")).toBeUndefined();
    expect(await makeResetLink(context, "nobody@example.kz")).toBeUndefined();
  });

  it("changes the password also when the letter about it is not taken by the post", async () => {
    await keepPerson(pool, "editor", { email: "real@example.kz", name: "Дина" });
    const told: LetterTo[] = [];
    const context = peopleContext(pool, {
      letters: {
        sendInvitation: () => Promise.resolve(),
        sendReset: () => Promise.resolve(),
        sendPasswordChanged: (letter) => {
          told.push(letter);
          return Promise.reject(new Error("the post is closed"));
        },
      },
    });
    const link = await makeResetLink(context, "real@example.kz");
    const token = (link ?? "").slice(`${ADDRESS}/reset/`.length);
    const set = { token, password: "лампа гранит велосипед" };
    expect(await resetPassword(context, set, VISITOR)).toMatchObject({ kind: "done" });
    expect(told).toEqual([{ to: "real@example.kz", name: "Дина", language: "ru" }]);
  });
});
