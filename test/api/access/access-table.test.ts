/**
 * Every role, and nobody, asks every route: of things that are there and of things of others. The
 * server lets in and turns away exactly as the table says.
 */
import { beforeAll, describe, expect, it } from "vitest";
import {
  ACCESS,
  type Access,
  isAllowed,
  type RouteName,
} from "../../../packages/api/src/access/access-table.ts";
import { ROLES, type Role } from "../../../packages/api/src/access/roles.ts";
import type { Api } from "../../../packages/api/src/http/api-context.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";
import { cookieOf } from "../../support/signed-in.ts";
import { codeOf, createWebClient } from "../../support/web-client.ts";

const { pool } = testDatabase();
const clock = () => new Date("2026-11-23T10:00:00.000Z");
const ENTRIES = Object.entries(ACCESS) as unknown as readonly (readonly [RouteName, Access])[];
const NOBODY = "nobody";
const VISITORS = [NOBODY, ...ROLES] as const;
type Visitor = (typeof VISITORS)[number];

const OWN_ROUTE = "GET /own/organisations/{organisationId}";

/** The organisation of the director, and one of somebody else. */
const OWN = "a";
const FOREIGN = "b";

let app: Api;
let cookies: ReadonlyMap<Visitor, string>;
let names: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { store, run } = await keepSchool(pool);
  app = appOver(store, { as: "nobody", clock });
  const made = new Map<Visitor, string>();
  for (const role of ROLES) {
    const organisationIds = role === "director" ? [OWN] : [];
    made.set(role, await cookieOf(store, role, { clock, organisationIds }));
  }
  cookies = made;
  const nothing = "ffffffff-ffff-4fff-8fff-ffffffffffff";
  names = {
    ...{ runId: run.id, file: "start.js", token: "token", scenarioId: nothing },
    ...{ personId: nothing, invitationId: nothing, groundId: nothing, publicationId: nothing },
  };
});

/** The addresses at which a route is asked: its own thing and a foreign one where it has such. */
function pathsOf(route: RouteName): readonly string[] {
  const [, path = ""] = route.split(" ");
  const organisations = path.includes("{organisationId}") ? [OWN, FOREIGN] : [OWN];
  const hash = path.startsWith("/methodologies") ? "0".repeat(64) : "1".repeat(64);
  return organisations.map((organisationId) =>
    path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => ({ ...names, hash, organisationId })[name] ?? "",
    ),
  );
}

async function ask(visitor: Visitor, route: RouteName, path: string): Promise<Response> {
  const [method = ""] = route.split(" ");
  // A session that is left would be over for the routes after it.
  const cookie = route === "DELETE /session" ? undefined : cookies.get(visitor);
  const headers = cookie === undefined ? {} : { cookie };
  return createWebClient(app, { headers }).send(method, path);
}

let asked = 0;

describe.each(VISITORS)(`%s asks ${ENTRIES.length} routes`, (visitor) => {
  const role: Role | undefined = visitor === NOBODY ? undefined : visitor;
  it.each(ENTRIES)("%s", async (route, access) => {
    for (const path of pathsOf(route)) {
      const answer = await ask(visitor, route, path);
      asked += 1;
      if (isAllowed(access, role)) {
        expect([401, 403]).not.toContain(answer.status);
        await answer.body?.cancel();
      } else {
        const refusal = [answer.status, await codeOf(answer)];
        expect(refusal).toEqual(role === undefined ? [401, "signed-out"] : [403, "no-right"]);
      }
    }
  });
});

it("every visitor asked every route, of own and of foreign organisations", () => {
  const paths = ENTRIES.flatMap(([route]) => pathsOf(route));
  expect(paths.length).toBeGreaterThan(ENTRIES.length);
  expect(asked).toBe(paths.length * VISITORS.length);
});

it("an organisation of others is as good as none to a director", async () => {
  const answer = await ask("director", OWN_ROUTE, `/own/organisations/${FOREIGN}`);
  expect(answer.status).toBe(404);
});

describe("the table", () => {
  it("lets an auditor read everything but what is a director's own, and change nothing", () => {
    for (const [route, access] of ENTRIES) {
      if (access === "anybody" || route.startsWith("GET /own/")) continue;
      const isReading = route.startsWith("GET ");
      const isOwn = access === "signed-in";
      expect([route, isAllowed(access, "auditor")]).toEqual([route, isReading || isOwn]);
    }
  });

  it("lets a director see what is their own and nothing of the city", () => {
    const open = ENTRIES.filter(([, access]) => Array.isArray(access)).filter(([, access]) =>
      isAllowed(access, "director"),
    );
    expect(open.map(([route]) => route)).toEqual([
      ...["GET /own/allocation", "GET /own/organisations/{organisationId}"],
    ]);
  });

  it("lets nobody of the city change people but an administrator", () => {
    const changing = ENTRIES.filter(([route]) => /^(?:POST|PATCH|DELETE) \/people/.test(route));
    expect(changing.map(([, access]) => access)).toEqual(changing.map(() => ["administrator"]));
  });
});
