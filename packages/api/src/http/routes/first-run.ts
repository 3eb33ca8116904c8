/** The first run: an administrator by the code of the console, or the demonstration. */
import { createRoute } from "@hono/zod-openapi";
import { createCityLoading } from "../../usecases/load-city.ts";
import { createDemonstrationOpening } from "../../usecases/open-demonstration.ts";
import { makeFirstAdministrator } from "../../usecases/start-first-run.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { actorOf, refuseLocked, sendCookies } from "../entering.ts";
import { emptyRequest, firstRunRequest } from "../people-request-schemas.ts";
import { refuse } from "../problem.ts";
import { isAtThisComputer, networksOf, visitorOf } from "../visitor.ts";
import { DONE, ENTERED, jsonBody, WRITING } from "../writing-routes.ts";

const make = createRoute({
  method: "post",
  path: "/first-run",
  tags: ["session"],
  summary: "Makes the first administrator by the code of the console, and signs them in",
  ...jsonBody(firstRunRequest),
  responses: { ...ENTERED, ...WRITING },
});

const open = createRoute({
  method: "post",
  path: "/first-run/demonstration",
  tags: ["session"],
  summary: "Opens the demonstration at this computer, and signs in as its first editor",
  ...jsonBody(emptyRequest),
  responses: { ...ENTERED, ...WRITING },
});

const load = createRoute({
  method: "post",
  path: "/first-run/city",
  tags: ["session"],
  summary: "Takes the invented city in, where there is no calculation yet",
  ...jsonBody(emptyRequest),
  responses: { ...DONE, ...WRITING },
});

/** Adds `/first-run` and what is below. */
export function addFirstRunRoutes(api: Api, context: ApiContext): void {
  const { reach, city, firstRunCode, warmUp } = context;
  const isTrusted = networksOf(reach.trustedProxies);
  const openOnce = createDemonstrationOpening({
    ...{ context, city },
    createScenarios: context.tellDemonstration,
  });
  api.openapi(make, async (request) => {
    const visitor = visitorOf(request, isTrusted);
    const made = await makeFirstAdministrator(context, request.req.valid("json"), {
      code: firstRunCode(),
      visitor,
    });
    switch (made.kind) {
      case "entered":
        return sendCookies(made.entered.cookies);
      case "refused":
        return refuse(request, "password-refused", { issues: made.issues });
      case "locked":
        return refuseLocked(request, made.seconds);
      case "not-first-run":
      case "code-wrong":
        return refuse(request, made.kind);
    }
  });
  api.openapi(open, async (request) => {
    if (!isAtThisComputer(request, reach)) return refuse(request, "demonstration-closed");
    const entered = await openOnce(visitorOf(request, isTrusted));
    if (entered === undefined) return refuse(request, "demonstration-closed");
    warmUp();
    return sendCookies(entered.cookies);
  });
  const loadOnce = createCityLoading(context);
  api.openapi(load, async (request) => {
    if (!(await loadOnce(actorOf(request).personId)))
      return refuse(request, "demonstration-closed");
    warmUp();
    return new Response(null, { status: 204 });
  });
}
