/** Whether the server is there, and whose data it holds. */
import { createRoute } from "@hono/zod-openapi";
import type { ApiContract } from "../../contract.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, OTHER_METHOD } from "../describe-route.ts";
import { healthSchema } from "../schemas.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  tags: ["server"],
  summary: "The server answers",
  responses: { 200: jsonAnswer(healthSchema, "Its version and its data"), ...OTHER_METHOD },
});

/** Adds `/health`. */
export function addHealthRoutes(api: Api, { version, instance }: ApiContext): void {
  api.openapi(health, () => {
    const answer: ApiContract["/health"] = { status: "ok", version, instance };
    return sendJson(answer);
  });
}
