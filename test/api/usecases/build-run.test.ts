import { expect, it } from "vitest";
import { buildRun, issueData } from "../../../packages/api/src/usecases/build-run.ts";
import { identifyRun, issue } from "../../../packages/core/src/index.ts";
import { NOW, SCHOOL_LINE_NAME, SCHOOL_SNAPSHOT } from "../../support/kept-school.ts";
import { label, line, schoolPlan } from "../../support/school-methodology.ts";
import { run } from "../../support/school-register.ts";
import { stagedRun } from "../../support/staged-school.ts";

const ID = "00000000-0000-4000-8000-000000000001";
const CIRCUMSTANCES = { id: ID, createdAt: new Date(NOW), envelope: undefined, warnings: [] };

it("a run is kept with the identity of its inputs, of its result and with its assumed values", () => {
  const calculated = run(schoolPlan(), SCHOOL_SNAPSHOT);
  const { inputHashes, resultHash } = identifyRun(calculated);
  const kept = buildRun(calculated, CIRCUMSTANCES);
  expect(kept).toMatchObject({
    ...{ registerHash: inputHashes.register, methodologyHash: inputHashes.methodology, resultHash },
    ...{ total: 10_000_550n, organisationCount: 2 },
    assumed: [
      {
        ...{ parameter: "rate", label: label("rate"), key: [], digits: "1000" },
        ...{ unit: "KZT/pupil", validFrom: "2026-01-01", source: null },
      },
    ],
  });
  expect(Object.keys(kept.lineLabels)).toContain(SCHOOL_LINE_NAME);
});

it("assumed tables are kept beside parameters, and each line with the rule that applied", () => {
  const kept = buildRun(stagedRun(), CIRCUMSTANCES);
  expect(kept.assumed.map(({ parameter, points }) => [parameter, points])).toEqual([
    ["rate", null],
    [
      "steps",
      [
        { from: "0", value: "1" },
        { from: "1000", value: "2" },
      ],
    ],
  ]);
  expect(kept.lines.map(({ organisationId, cases }) => [organisationId, cases])).toEqual([
    ["a", [{ formula: "amount", label: "large" }]],
    ["b", [{ formula: "amount", label: "small" }]],
  ]);
});

it("a name of a line that two definitions share is called by neither", () => {
  const amount = "sum(over count, level: pupils[count, level]) * rate";
  const lines = [line("one", amount, { when: "false" }), line("two", amount)];
  const kept = buildRun(run(schoolPlan({ lines }), SCHOOL_SNAPSHOT), CIRCUMSTANCES);
  expect(kept.lineLabels).toEqual({});
});

it("an issue is told without the place inside the text of an expression", () => {
  const found = issue("run-unknown", { file: "a.json", offset: 7 }, { value: ID });
  expect(issueData(found)).toEqual({
    ...{ code: "run-unknown", facts: { value: ID }, place: { file: "a.json" } },
  });
});
