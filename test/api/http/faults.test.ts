import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemSchema } from "../../../packages/api/src/http/schemas.ts";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver } from "../../support/kept-school.ts";

/** A request to a server that keeps nothing, refused for one reason. */
type RequestFault = {
  readonly code: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly expect: { readonly status: number };
};

const FAULTS = new URL("../../faults/", import.meta.url);
const { pool } = testDatabase();

describe.each(["ru", "kk", "en"])("a broken request is told its one fault in %s", (language) => {
  it.each(requestFaults().map((fault) => [fault.code, fault] as const))("%s", async (_, fault) => {
    const { method, path } = fault.request;
    const answer = await appOver(createPostgresStore(pool)).request(`/api/v1${path}`, {
      method,
      headers: { "accept-language": language },
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
