import { describe, expect, it } from "vitest";
import { joinByInvitation } from "../../../packages/api/src/identity/join-by-invitation.ts";
import { invite } from "../../../packages/api/src/usecases/invite-people.ts";
import { testDatabase } from "../../support/database.ts";
import { keepAdministrator, peopleContext } from "../../support/people-context.ts";

const { pool } = testDatabase();

async function joined(email: string, profile: object) {
  const context = peopleContext(pool);
  const asked = { email, name: "Дина", role: "checker", language: "kk" } as const;
  await invite(context, await keepAdministrator(pool), { ...asked, organisationIds: [] });
  await joinByInvitation(context, { email, ...profile });
  return context.store.people.findByEmail(email);
}

describe("an invited person who comes by single sign-on", () => {
  it("has the account that was offered, when the address is proved", async () => {
    const person = await joined("proved@example.kz", { email_verified: true });
    expect([person?.role, person?.name, person?.language]).toEqual(["checker", "Дина", "kk"]);
    expect(await joined("text@example.kz", { email_verified: "true" })).toBeDefined();
  });

  it.each([{}, { email_verified: false }, { email_verified: "false" }, { email_verified: 1 }])(
    "has none when it is %j",
    async (profile) => {
      expect(await joined(`${crypto.randomUUID()}@example.kz`, profile)).toBeUndefined();
    },
  );

  it("has none without an address", async () => {
    const context = peopleContext(pool);
    await expect(joinByInvitation(context, { email_verified: true })).resolves.toBeUndefined();
  });
});
