import { expect, it } from "vitest";
import type { NewInvitation, NewPerson } from "../../../packages/api/src/usecases/people-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { keepPerson, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const ENTRY = { madeAt: NOW, actor: undefined, subject: "invitation", facts: {} } as const;

async function keep(name: string, change: Partial<NewInvitation> = {}): Promise<string> {
  const invitedBy = await keepPerson(pool, "administrator", { name: "Ерлан" });
  const id = crypto.randomUUID();
  await storeOf(pool).invitations.save(
    {
      ...{ id, email: `${name}@example.kz`, name, role: "editor", organisationIds: [] },
      ...{ language: "ru", tokenHash: name, invitedBy, createdAt: NOW },
      ...{ expiresAt: new Date(NOW.getTime() + 60_000), ...change },
    },
    { ...ENTRY, action: "invitation-made" },
  );
  return id;
}

it("invitations are listed newest first, with what became of them", async () => {
  const { invitations } = storeOf(pool);
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  await keep("open", { createdAt: at(1) });
  await keep("expired", { createdAt: at(2), expiresAt: NOW });
  const revoked = await keep("revoked", { createdAt: at(3) });
  await invitations.revoke(revoked, { ...ENTRY, action: "invitation-revoked" });
  const listed: string[] = [];
  let after: string | undefined;
  do {
    const page = await invitations.list({ limit: 2, after }, NOW);
    listed.push(...page.items.map(({ name, state }) => `${name} ${state}`));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(listed).toEqual(["revoked revoked", "expired expired", "open open"]);
  const found = await invitations.findByToken("open", NOW);
  expect(found?.invitedBy.name).toBe("Ерлан");
});

it("what is over is not taken back again, and no open one is found for its address", async () => {
  const { invitations } = storeOf(pool);
  const id = await keep("twice");
  const revoke = () => invitations.revoke(id, { ...ENTRY, action: "invitation-revoked" });
  expect((await invitations.findByEmail("Twice@example.kz", NOW))?.id).toBe(id);
  expect([await revoke(), await revoke()]).toEqual([true, false]);
  expect(await invitations.findByEmail("twice@example.kz", NOW)).toBeUndefined();
});

it("an address that has an account by now leaves the invitation open", async () => {
  const { invitations } = storeOf(pool);
  const id = await keep("taken");
  const email = "taken@example.kz";
  await keepPerson(pool, "auditor", { email });
  const person: NewPerson = {
    ...{ id: crypto.randomUUID(), email, name: "Дина", role: "editor", language: "ru" },
    ...{ organisationIds: [], isSample: false, isEmailProved: true, createdAt: NOW },
    passwordHash: undefined,
  };
  const entry = { ...ENTRY, action: "invitation-accepted" } as const;
  expect(await invitations.accept(id, person, entry)).toBe(false);
  expect((await invitations.find(id, NOW))?.state).toBe("open");
});
