import { describe, expect, it } from "vitest";
import {
  signInRequest,
  tokenParameter,
} from "../../../packages/api/src/http/people-request-schemas.ts";
import { jsonBody, jsonBodyAt } from "../../../packages/api/src/http/writing-routes.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();

describe("a route that changes something", () => {
  it("takes a body in JSON, beside what the address names", () => {
    const { request } = jsonBodyAt(tokenParameter, signInRequest);
    expect(request.params).toBe(tokenParameter);
    expect(request.body).toEqual(jsonBody(signInRequest).request.body);
    expect(request.body.required).toBe(true);
  });

  it("refuses a body of more than 64 KiB, whatever it says of itself", async () => {
    const app = appOver(storeOf(pool), { as: "nobody" });
    const ask = (body: string) =>
      app.request("/api/v1/session", {
        ...{ method: "POST", body, headers: { "content-type": "application/json" } },
      });
    expect((await ask("x".repeat(70_000))).status).toBe(413);
    expect((await ask("{}")).status).toBe(400);
  });
});
