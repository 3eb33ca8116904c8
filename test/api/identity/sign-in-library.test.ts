import { expect, it } from "vitest";
import { createLibrary } from "../../../packages/api/src/identity/sign-in-library.ts";
import { createUnitOfWork } from "../../../packages/api/src/identity/unit-of-work.ts";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { testDatabase } from "../../support/database.ts";
import { ADDRESS, SECRET, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

it("nobody makes an account with the library themselves", async () => {
  const library = createLibrary({
    ...{ store: storeOf(pool), clock: () => new Date(), ids: () => crypto.randomUUID() },
    work: createUnitOfWork(openDatabase(pool)),
    ...{ secret: SECRET, cookie: { name: "zhanbasy-test", isSecure: false }, address: ADDRESS },
    singleSignOn: undefined,
  });
  const body = { email: "new@example.kz", name: "Новый", password: "лампа гранит велосипед" };
  await expect(library.api.signUpEmail({ body })).rejects.toThrow();
  expect((await pool.query("SELECT 1 FROM people")).rows).toEqual([]);
});
