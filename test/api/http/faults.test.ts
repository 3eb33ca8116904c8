import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Role } from "../../../packages/api/src/access/roles.ts";
import { problemSchema } from "../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";
import { storeOf } from "../../support/signed-in.ts";

/** A request to a server that keeps nothing but who asks, refused for one reason. */
type RequestFault = {
  readonly code: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    /** An editor unless it is said. */
    readonly as?: Role | "nobody";
    readonly body?: unknown;
  };
  readonly expect: { readonly status: number };
};

const FAULTS = new URL("../../faults/", import.meta.url);
const { pool } = testDatabase();

describe.each(["ru", "kk", "en"])("a broken request is told its one fault in %s", (language) => {
  it.each(requestFaults().map((fault) => [fault.code, fault] as const))("%s", async (_, fault) => {
    const { method, path, as = "editor", body } = fault.request;
    const answer = await appOver(storeOf(pool), { as }).request(`/api/v1${path}`, {
      method,
      headers: { "accept-language": language, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { issues } = problemSchema.parse(await answer.json());
    expect(answer.status).toBe(fault.expect.status);
    expect(issues.map(({ code }) => code)).toEqual([fault.code]);
    expect(issues[0]?.message).not.toMatch(/\{\{|undefined/);
  });
});

/** The fixtures that name a request. */
function requestFaults(): readonly RequestFault[] {
  return readdirSync(FAULTS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, FAULTS), "utf8")) as RequestFault)
    .filter((fault) => "request" in fault);
}
