import { describe, expect, it } from "vitest";

import {
  countBySort,
  findFindings,
  sortOf,
} from "../../../../packages/ui/src/features/scenarios/finding-sorts.ts";
import { FINDING } from "../../support/small-scenario.ts";

const LOST = { ...FINDING, id: "f-2", code: "successor-missing", severity: "blocking" } as const;
const JUMP = { ...FINDING, id: "f-3", code: "amount-jump", organisationId: "002" } as const;
const ALL = [FINDING, LOST, JUMP, { ...JUMP, id: "f-4" }];

describe("findings", () => {
  it("are counted by kind, what blocks first", () => {
    expect(countBySort(ALL)).toEqual([
      { sort: "successor-missing", severity: "blocking", count: 1 },
      { sort: "roll-over-capacity", severity: "warning", count: 1 },
      { sort: "amount-jump", severity: "warning", count: 2 },
    ]);
    expect(sortOf(LOST)).toBe("successor-missing");
  });

  it("are found by kind and by every word of a name or a number", () => {
    expect(findFindings(ALL, { sort: "amount-jump", query: "" })).toHaveLength(2);
    expect(findFindings(ALL, { sort: "", query: "мектеп 002" })).toHaveLength(2);
    expect(findFindings(ALL, { sort: "", query: "школа 003" })).toEqual([]);
  });
});
