import { expect, it } from "vitest";
import { findOffer, invite } from "../../../packages/api/src/usecases/invite-people.ts";
import { testDatabase } from "../../support/database.ts";
import { keepAdministrator, peopleContext, VISITOR } from "../../support/people-context.ts";
import { ADDRESS } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const ASKED = { email: "i@example.kz", name: "Иван", role: "auditor", language: "ru" } as const;

it("the token of an invitation stands in its link and nowhere else", async () => {
  const context = peopleContext(pool);
  const actor = await keepAdministrator(pool);
  const answer = await invite(context, actor, { ...ASKED, organisationIds: [] });
  const link = answer.kind === "made" ? (answer.invitation.link ?? "") : "";
  const token = link.slice(`${ADDRESS}/invitation/`.length);
  expect(token).toMatch(/^[\w-]{32}$/);
  const tables = ["invitations", "audit_entries", "sign_in_failures"];
  for (const table of tables) {
    const { rows } = await pool.query(`SELECT * FROM ${table}`);
    expect(JSON.stringify(rows)).not.toContain(token);
  }
  const offer = await findOffer(context, token, VISITOR);
  expect(offer).toMatchObject({ kind: "done", value: { email: "i@example.kz", state: "open" } });
});
