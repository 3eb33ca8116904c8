import { expect, it } from "vitest";
import { hashPassword, isPassword } from "../../../packages/api/src/identity/password-hash.ts";

it("a password is kept as argon2id with 19 MiB and two passes, each time otherwise", async () => {
  const [one, other] = [await hashPassword("лампа"), await hashPassword("лампа")];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await isPassword("лампа", one)).toBe(true);
  expect(await isPassword("Лампа", one)).toBe(false);
});

it("the same letters are the same password, however a keyboard composes them", async () => {
  const kept = await hashPassword("й".normalize("NFC"));
  expect(await isPassword("й".normalize("NFD"), kept)).toBe(true);
});
