/** The city's single sign-on: out to its server, and back to our page. */
import { createRoute } from "@hono/zod-openapi";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { emptyRequest } from "../people-request-schemas.ts";
import { urlSchema } from "../people-schemas.ts";
import { refuse } from "../problem.ts";
import { networksOf, visitorOf } from "../visitor.ts";
import { jsonBody, UNKNOWN, WRITING } from "../writing-routes.ts";

const start = createRoute({
  method: "post",
  path: "/session/single-sign-on",
  tags: ["session"],
  summary: "Where to send the browser for the city's single sign-on",
  ...jsonBody(emptyRequest),
  responses: {
    200: jsonAnswer(urlSchema, "The address"),
    ...UNKNOWN,
    ...WRITING,
    503: problemAnswer("The other server does not answer"),
  },
});

const finish = createRoute({
  method: "get",
  path: "/session/single-sign-on/callback",
  tags: ["session"],
  summary: "What the other server sends the browser back with",
  responses: { 302: { description: "To the page" }, ...UNKNOWN, ...OTHER_METHOD },
});

/** Adds `/session/single-sign-on` and where the other server leads back to. */
export function addSingleSignOnRoutes(api: Api, context: ApiContext): void {
  const { singleSignOn } = context.identity;
  const isTrusted = networksOf(context.reach.trustedProxies);
  api.openapi(start, async (request) => {
    if (singleSignOn === undefined) return refuse(request, "not-found");
    const begun = await singleSignOn.start();
    if (begun === undefined) return refuse(request, "single-sign-on-silent");
    const answer = sendJson({ url: begun.url });
    for (const cookie of begun.cookies) answer.headers.append("set-cookie", cookie);
    return answer;
  });
  api.openapi(finish, async (request) => {
    if (singleSignOn === undefined) return refuse(request, "not-found");
    const { search } = new URL(request.req.url);
    const returned = { query: search, cookies: request.req.header("cookie") };
    const end = await singleSignOn.finish(returned, visitorOf(request, isTrusted));
    switch (end.kind) {
      case "entered":
        return lead("/", end.cookies);
      case "unknown-person":
        return lead("/sign-in?problem=single-sign-on-unknown", end.cookies);
      case "failed":
        return lead("/sign-in?problem=single-sign-on-failed", end.cookies);
    }
  });
}

function lead(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}
