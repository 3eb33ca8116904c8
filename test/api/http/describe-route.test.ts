import { expect, it } from "vitest";
import { jsonAnswer, KEPT, MALFORMED } from "../../../packages/api/src/http/describe-route.ts";
import { healthSchema, problemSchema } from "../../../packages/api/src/http/schemas.ts";

it("answers are JSON, refusals are problems", () => {
  expect(jsonAnswer(healthSchema, "It is there")).toEqual({
    description: "It is there",
    content: { "application/json": { schema: healthSchema } },
  });
  for (const { content } of [KEPT[404], MALFORMED[400]]) {
    expect(content["application/problem+json"].schema).toBe(problemSchema);
  }
});
