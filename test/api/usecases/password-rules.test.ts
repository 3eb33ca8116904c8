import { describe, expect, it } from "vitest";
import { checkPassword } from "../../../packages/api/src/usecases/password-rules.ts";

const OWNER = { email: "gulnar.omarova@example.kz", name: "Гүлнар Омарова" };
const codesOf = (password: string) => checkPassword(password, OWNER).map(({ code }) => code);

describe("a password is taken", () => {
  it.each([
    "лампа гранит велосипед",
    "төрт піл қолшатыр астында",
    "correct horse battery staple",
    "qx7-Tv2-Lw9-Rz4",
    "greatest passwordless thing",
  ])("%s", (password) => {
    expect(codesOf(password)).toEqual([]);
  });
});

describe("a password is refused", () => {
  it.each([
    ["when it is short", "гранит лама", ["password-short"]],
    ["when it is endless", "гранитная лама ".repeat(10), ["password-long"]],
    ["when it is tried first", "Password-2026", ["password-common"]],
    ["also in Russian", "Пароль123456", ["password-common"]],
    ["also in Kazakh", "құпиясөз2026", ["password-common"]],
    ["when it is the product and the year", "zhanbasy.almaty.2026", ["password-common"]],
    ["when it is a row of keys", "йцукенгшщзхъ", ["password-common"]],
    ["when it is a row of keys backwards", "poiuytrewq'", ["password-short"]],
    ["when it is a row of digits", "123456789012", ["password-common"]],
    ["when it is a number and no more", "839204756183", ["password-common"]],
    ["when it is one pattern", "abababababab", ["password-common"]],
    ["when it is the address", "gulnar.omarova@example.kz", ["password-personal"]],
    ["when it is the box of the address", "gulnar.omarova1", ["password-personal"]],
    ["when it is the name", "Гүлнар Омарова", ["password-personal"]],
    ["when it is the name turned", "омарова-гүлнар-85", ["password-personal"]],
    ["for all that is wrong", "qwerty", ["password-short", "password-common"]],
  ])("%s", (_, password, codes) => {
    expect(codesOf(password)).toEqual(codes);
  });

  it("by signs as people count them", () => {
    expect(codesOf("🦒🐘🦓🦏🐆🐃🦛🐊🐢🦎🐍")).toEqual(["password-short", "password-common"]);
  });
});
