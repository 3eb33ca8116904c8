import { expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { VISITOR } from "../../support/people-context.ts";
import { identityOver, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const singleSignOn = {
  ...{ issuer: "http://127.0.0.1:9", clientId: "zhanbasy", clientSecret: "secret", name: "ЕС" },
};
const identity = identityOver(storeOf(pool), {
  clock: () => new Date(),
  settings: { singleSignOn },
});

it("a server that does not tell its addresses is silent, and the name is known all the same", async () => {
  expect(identity.singleSignOn?.name).toBe("ЕС");
  expect(await identity.singleSignOn?.start()).toBeUndefined();
});

it.each(["", "?code=1", "?state=made-up&code=1", "?error=access_denied"])(
  "a way back with %j that nobody began has failed, and opens nothing",
  async (query) => {
    const end = await identity.singleSignOn?.finish({ query, cookies: undefined }, VISITOR);
    expect(end?.kind).toBe("failed");
    expect((await pool.query("SELECT 1 FROM sessions")).rows).toEqual([]);
  },
);
