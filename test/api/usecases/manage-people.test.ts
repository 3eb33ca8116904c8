import { expect, it } from "vitest";
import { changePerson, endSessionsOf } from "../../../packages/api/src/usecases/manage-people.ts";
import { testDatabase } from "../../support/database.ts";
import { keepAdministrator, peopleContext } from "../../support/people-context.ts";
import { keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();

it("a change is written into the journal by ids and codes", async () => {
  const context = peopleContext(pool);
  const actor = await keepAdministrator(pool);
  const personId = await keepPerson(pool, "editor");
  const change = { role: "checker", name: "Другое имя", isActive: false } as const;
  const changed = await changePerson(context, actor, { personId, change });
  expect(changed.kind).toBe("changed");
  const { items } = await context.store.audit.list(
    ...([{ limit: 1, after: undefined }, `person ${personId}`] as const),
  );
  const [entry] = items;
  expect([entry?.actor?.id, entry?.facts]).toEqual([
    actor.personId,
    { role: "checker", organisations: "", active: "false", name: "changed" },
  ]);
});

it("what is not named stays, and a person that there is not is told", async () => {
  const context = peopleContext(pool);
  const actor = await keepAdministrator(pool);
  const personId = await keepPerson(pool, "editor", { name: "Имя" });
  const changed = await changePerson(context, actor, { personId, change: { isActive: true } });
  expect(changed).toMatchObject({ kind: "changed", person: { role: "editor", name: "Имя" } });
  const nobody = { personId: crypto.randomUUID(), change: {} };
  expect(await changePerson(context, actor, nobody)).toEqual({ kind: "unknown" });
  expect(await endSessionsOf(context, actor, nobody.personId)).toBeUndefined();
});
