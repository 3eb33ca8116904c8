import { describe, expect, it } from "vitest";
import { problemSchema } from "../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../support/database.ts";
import { appOver, keepSchool } from "../../support/kept-school.ts";

const { pool } = testDatabase();
const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";

describe("a refusal is told in the language of the request", () => {
  it.each([
    ["ru", "Не найдено", `Расчёт ${NOBODY} не найден. Откройте расчёт из списка.`],
    ["kk", "Табылмады", `${NOBODY} есептеуі табылмады. Есептеуді тізімнен ашыңыз.`],
    ["en", "Not found", `There is no run ${NOBODY}. Open a run from the list.`],
  ])("%s", async (language, title, message) => {
    const { store } = await keepSchool(pool);
    const answer = await appOver(store).request(`/api/v1/runs/${NOBODY}`, {
      headers: { "accept-language": language },
    });
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    const problem = problemSchema.parse(await answer.json());
    expect(problem).toMatchObject({
      ...{ type: "urn:zhanbasy:problem:not-found", status: 404, code: "not-found", title },
      issues: [{ code: "run-unknown", facts: { value: NOBODY }, place: {}, message }],
      requestId: answer.headers.get("x-request-id"),
    });
  });
});

it("a refused calculation tells its issues in the words of the methodology", async () => {
  const { store, run } = await keepSchool(pool);
  const { registerHash, methodologyHash } = run;
  const answer = await appOver(store).request("/api/v1/runs?language=en", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ registerHash, methodologyHash, budgetYear: 2031 }),
  });
  const problem = problemSchema.parse(await answer.json());
  expect([answer.status, problem.code]).toEqual([422, "refused"]);
  expect(problem.issues.map(({ code }) => code)).toEqual(["fact-missing"]);
  expect(problem.issues[0]?.message).toContain("pupils (en)");
});
