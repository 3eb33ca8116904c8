import { describe, expect, it } from "vitest";
import type { ApiContract } from "../../../packages/api/src/contract.ts";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { assembleApp } from "../../../packages/api/src/serve/assemble-app.ts";
import { readSettings } from "../../../packages/api/src/settings.ts";
import { testDatabase } from "../../support/database.ts";
import { surroundings } from "../../support/start-surroundings.ts";

const { pool } = testDatabase();

describe("the application is what the settings say", () => {
  it("for this computer: nothing is mailed, nobody signs in through others", async () => {
    expect(await ask({})).toMatchObject({
      ...{ isFirstRun: true, singleSignOn: null, hasMail: false, idleMinutes: 30 },
    });
  });

  it("for a city: its single sign-on, its mail, its wait", async () => {
    const variables = {
      ZHANBASY_URL: "https://zhanbasy.example.kz",
      ZHANBASY_IDLE_MINUTES: "15",
      ZHANBASY_SMTP_URL: "smtp://127.0.0.1:2525",
      ZHANBASY_MAIL_FROM: "zhanbasy@example.kz",
      ZHANBASY_OIDC_ISSUER: "https://id.example.kz",
      ZHANBASY_OIDC_CLIENT_ID: "zhanbasy",
      ZHANBASY_OIDC_CLIENT_SECRET: "secret",
      ZHANBASY_OIDC_NAME: "Smart City",
    };
    expect(await ask(variables)).toMatchObject({
      ...{ isFirstRun: true, singleSignOn: "Smart City", hasMail: true, idleMinutes: 15 },
    });
  });
});

async function ask(variables: Readonly<Record<string, string>>): Promise<ApiContract["/session"]> {
  const settings = readSettings(surroundings(variables));
  const origin = settings.publicUrl ?? "http://localhost:8080";
  const app = assembleApp({
    ...{ settings, pool, store: createPostgresStore(pool), secret: "s".repeat(32) },
    ...{ clock: () => new Date(), ids: () => crypto.randomUUID() },
    ...{ firstRunCode: "K7QF-M3XT", address: () => origin, closing: new AbortController().signal },
  });
  const headers = { host: new URL(origin).host };
  const answer = await app.request("/api/v1/session", { headers });
  return (await answer.json()) as ApiContract["/session"];
}
