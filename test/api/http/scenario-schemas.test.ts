import { expect, it } from "vitest";
import { revisionSchema } from "../../../packages/api/src/http/scenario-schemas.ts";

it("a revision that undoes nothing says so, and leaves no member out", () => {
  const revision = {
    ...{ number: 2, kind: "edited", batchId: crypto.randomUUID(), undoes: null, undoneBy: null },
    author: { id: crypto.randomUUID(), name: "Айгерім" },
    ...{ madeAt: "2026-11-22T10:00:00.000Z", totalTiyn: "-5", resultHash: "", engineVersion: "1" },
    edits: [{ cell: "parameter rate", override: { parameter: "rate" }, previous: null }],
  };
  expect(revisionSchema.parse(revision)).toEqual(revision);
  const { undoes: _undoes, ...short } = revision;
  expect(revisionSchema.safeParse(short).success).toBe(false);
});
