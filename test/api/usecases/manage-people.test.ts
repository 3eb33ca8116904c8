import { expect, it } from "vitest";
import {
  changePerson,
  endSessionsOf,
  makePasswordLink,
} from "../../../packages/api/src/usecases/manage-people.ts";
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

it("a right that another administrator takes away at the same moment does not come back", async () => {
  const context = peopleContext(pool);
  const { store } = context;
  const actor = await keepAdministrator(pool);
  const personId = await keepPerson(pool, "approver");
  const find: typeof store.people.find = async (id) => {
    const found = await store.people.find(id);
    await changePerson(context, actor, { personId, change: { role: "auditor" } });
    return found;
  };
  const meanwhile = { ...context, store: { ...store, people: { ...store.people, find } } };
  const change = { name: "Другое имя" };
  expect(await changePerson(meanwhile, actor, { personId, change })).toMatchObject({
    person: { name: "Другое имя", role: "auditor" },
  });
});

it("the journal tells who has made a link to somebody's password", async () => {
  const context = peopleContext(pool);
  const actor = await keepAdministrator(pool);
  const id = await keepPerson(pool, "approver", { email: "link@example.kz" });
  expect(await makePasswordLink(context, actor, { id, email: "link@example.kz" })).toBeDefined();
  const { items } = await context.store.audit.list({ limit: 9, after: undefined }, `person ${id}`);
  expect(items.map((entry) => [entry.action, entry.actor?.id, entry.facts])).toEqual([
    ["password-link-made", actor.personId, {}],
  ]);
});
