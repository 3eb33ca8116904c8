import { describe, expect, it } from "vitest";
import { makeFirstAdministrator } from "../../../packages/api/src/usecases/start-first-run.ts";
import { testDatabase } from "../../support/database.ts";
import { peopleContext, VISITOR as visitor } from "../../support/people-context.ts";

const { pool } = testDatabase();
const ASKED = {
  name: "Ерлан",
  email: "first@example.kz",
  language: "kk",
  password: "лампа гранит велосипед",
} as const;

describe("the code of the console", () => {
  it.each(["", "----", "ABCD-EFGX", "ABCD-EFG"])("is not %j", async (code) => {
    const asked = { ...ASKED, code };
    const made = await makeFirstAdministrator(peopleContext(pool), asked, {
      ...{ code: "ABCD-EFGH", visitor },
    });
    expect(made.kind).not.toBe("entered");
    await pool.query("DELETE FROM sign_in_failures");
  });

  it("opens nothing where none was made", async () => {
    const asked = { ...ASKED, code: "" };
    const made = await makeFirstAdministrator(peopleContext(pool), asked, {
      ...{ code: undefined, visitor },
    });
    expect(made.kind).toBe("code-wrong");
  });

  it("is read in small letters and without its dash, and makes an administrator", async () => {
    const context = peopleContext(pool);
    const asked = { ...ASKED, code: " abcdefgh " };
    const made = await makeFirstAdministrator(context, asked, { code: "ABCD-EFGH", visitor });
    expect(made.kind).toBe("entered");
    const person = await context.store.people.findByEmail("first@example.kz");
    expect([person?.role, person?.language]).toEqual(["administrator", "kk"]);
  });
});
