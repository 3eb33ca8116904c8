import { expect, it } from "vitest";
import { problemMembers } from "../../../packages/api/src/http/problem-member-schemas.ts";

it("a conflict without what stood is a conflict, one without what is there is none", () => {
  const conflict = {
    ...{ cell: "parameter rate", base: null, theirs: { parameter: "rate" }, mine: null },
    author: { id: "1", name: "Айгерім" },
    ...{ madeAt: "2026-11-22T10:00:00.000Z", revision: 3 },
  };
  expect(problemMembers.conflicts.parse([conflict])).toEqual([conflict]);
  const { theirs: _theirs, ...short } = conflict;
  expect(problemMembers.conflicts.safeParse([short]).success).toBe(false);
});
