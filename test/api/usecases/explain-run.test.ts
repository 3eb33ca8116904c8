import { expect, it } from "vitest";
import { explainRun } from "../../../packages/api/src/usecases/explain-run.ts";
import { getValue } from "../../support/get-value.ts";
import { SCHOOL_LINE_NAME, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { run } from "../../support/school-register.ts";

const RUN = run(schoolPlan(), SCHOOL_SNAPSHOT);
const reproduce = (runId: string) => Promise.resolve(runId === "kept" ? RUN : undefined);
const FIGURE = { organisationId: "a", line: SCHOOL_LINE_NAME, of: "amount" } as const;

it("a figure is explained by a graph whose first node it is, each node standing once", async () => {
  const found = await explainRun(reproduce, "kept", FIGURE);
  if (found === undefined) throw new Error("the run is there");
  const { nodes, ...figure } = getValue(found);
  expect(figure).toEqual(FIGURE);
  expect(nodes[0]).toMatchObject({ kind: "line", value: { exact: "100000.00" } });
  const reached = new Set(nodes.flatMap(({ inputs }) => inputs));
  expect([...reached].sort((left, right) => left - right)).toEqual(
    Array.from({ length: nodes.length - 1 }, (_, place) => place + 1),
  );
});

it("a line that is not there is refused, a run that nobody kept is not found", async () => {
  const refused = await explainRun(reproduce, "kept", { ...FIGURE, line: "none" });
  expect(refused).toMatchObject({ ok: false, issues: [{ code: "line-unknown" }] });
  const uncounted = await explainRun(reproduce, "kept", { ...FIGURE, of: "headcount" });
  expect(uncounted?.ok).toBe(false);
  expect(await explainRun(reproduce, "lost", FIGURE)).toBeUndefined();
});
