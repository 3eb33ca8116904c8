import { describe, expect, it } from "vitest";
import { createDemonstrationOpening } from "../../../packages/api/src/usecases/open-demonstration.ts";
import { testDatabase } from "../../support/database.ts";
import { schoolCity } from "../../support/kept-school.ts";
import { peopleContext, VISITOR } from "../../support/people-context.ts";
import { keepPerson } from "../../support/signed-in.ts";

describe("the demonstration", () => {
  const { pool } = testDatabase();
  it("is opened once, and its people have no password and no real address", async () => {
    const context = peopleContext(pool);
    let told = 0;
    const open = createDemonstrationOpening({
      ...{ context, city: schoolCity() },
      createScenarios: () => {
        told += 1;
        return Promise.resolve();
      },
    });
    const [first, second] = await Promise.all([open(VISITOR), open(VISITOR)]);
    const [editor] = await context.store.people.listSamples();
    expect([first?.personId, second?.personId, told]).toEqual([editor?.id, editor?.id, 1]);
    expect(editor?.role).toBe("editor");
    expect(await open(VISITOR)).toBeUndefined();
    const samples = await context.store.people.listSamples();
    expect(samples.every(({ email }) => email.endsWith("@example.kz"))).toBe(true);
    const { rows } = await pool.query("SELECT * FROM accounts");
    expect(rows).toEqual([]);
    const { items } = await context.store.audit.list(
      ...([{ limit: 5, after: undefined }, "demonstration"] as const),
    );
    expect(items.map(({ action }) => action)).toEqual(["demonstration-opened"]);
  });
});

describe("where somebody has an account", () => {
  const { pool } = testDatabase();
  it("it stays closed, and nothing is loaded", async () => {
    await keepPerson(pool, "administrator");
    const context = peopleContext(pool);
    const terms = { context, city: schoolCity(), createScenarios: () => Promise.resolve() };
    expect(await createDemonstrationOpening(terms)(VISITOR)).toBeUndefined();
    expect((await context.store.runs.list({ limit: 1, after: undefined })).items).toEqual([]);
  });
});
