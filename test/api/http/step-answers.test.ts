import { expect, it } from "vitest";
import type { ApiRequest } from "../../../packages/api/src/http/api-context.ts";
import { problemSchema } from "../../../packages/api/src/http/schemas.ts";
import { refuseField } from "../../../packages/api/src/http/step-answers.ts";

it("a part of a request that means nothing is named with what is expected", async () => {
  const request = {
    req: { query: () => "en", header: () => undefined },
    get: () => crypto.randomUUID(),
  } as unknown as ApiRequest;
  const answer = await refuseField(request, "owner", "UUID");
  const { code, issues } = problemSchema.parse(await answer.json());
  expect([answer.status, code, issues[0]?.facts]).toEqual([
    ...[400, "malformed", { name: "owner", expected: "UUID" }],
  ]);
});
