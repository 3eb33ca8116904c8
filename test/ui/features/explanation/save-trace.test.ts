import { expect, it } from "vitest";

import { traceFileName } from "../../../../packages/ui/src/features/explanation/save-trace.ts";
import { TRACE } from "../../support/small-trace.ts";

it("a trace's file is named by its figure, in letters that every file system takes", () => {
  expect(traceFileName(TRACE)).toBe("trace-001-secondary-04.2.360.040-formula-amount.json");
  expect(traceFileName({ ...TRACE, organisationId: "" })).toMatch(/^trace-city-/);
});
