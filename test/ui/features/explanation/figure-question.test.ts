import { describe, expect, it } from "vitest";

import {
  memberTest,
  partsOf,
  questionOf,
} from "../../../../packages/ui/src/features/explanation/figure-question.ts";
import type { ActiveFigure } from "../../../../packages/ui/src/features/workbook/workbook-context.ts";
import { COLUMNS, RUN } from "../../support/small-run.ts";

const BY_DISTRICT = { group: "district", shownMembers: null } as const;
const BY_OWNERSHIP = { group: "ownership", shownMembers: null } as const;
const SCHOOL = { rowKind: "organisation", id: "001" } as const;

describe("a figure asks for", () => {
  it("the trace of its line where it is one line of one organisation", () => {
    const line = "secondary/04.2.360.040/formula";
    const trace = { kind: "trace", organisationId: "001", line, of: "amount" };
    expect(ask({ ...SCHOOL, columnId: `line:${line}` })).toEqual(trace);
    expect(ask({ ...SCHOOL, columnId: "tier:secondary" })).toEqual(trace);
    expect(ask({ ...SCHOOL, columnId: "headcount" })).toEqual({ ...trace, of: "headcount" });
  });

  it("its parts where it adds up several lines", () => {
    expect(ask({ ...SCHOOL, columnId: "total" })).toMatchObject({
      kind: "parts",
      parts: [{ amountTiyn: 73_113_600_000n }, { amountTiyn: 500n }],
    });
    expect(ask({ ...SCHOOL, columnId: "perHead" })).toMatchObject({ of: "perHead" });
  });

  it("the trace of a line that belongs to the city itself", () => {
    const line = "overhead/04.9.360.001/estimate";
    expect(ask({ rowKind: "citywide", id: line, columnId: "total" })).toEqual({
      ...{ kind: "trace", organisationId: "", line, of: "amount" },
    });
    expect(ask({ rowKind: "citywide", id: "", columnId: "total" })).toMatchObject({
      ...{ kind: "trace", line },
    });
  });

  it("nothing where there is no amount", () => {
    expect(ask({ rowKind: "organisation", id: "003", columnId: "total" }).kind).toBe("nothing");
    expect(ask({ ...SCHOOL, columnId: "tier:preschool" }).kind).toBe("nothing");
  });
});

describe("the parts of a figure", () => {
  it("add up to the city's total, its own lines among them", () => {
    const parts = partsOf({ rowKind: "city", id: "", columnId: "total" }, COLUMNS, BY_DISTRICT);
    const sum = parts.reduce((total, { amountTiyn }) => total + amountTiyn, 0n);
    expect(`${sum}`).toBe(RUN.totalTiyn);
    expect(parts.map(({ organisationCount }) => organisationCount)).toEqual([1, 1, 2, 0]);
  });

  it("of a group are those of its organisations", () => {
    const parts = partsOf(
      { rowKind: "group", id: "alatau", columnId: "total" },
      COLUMNS,
      BY_DISTRICT,
    );
    expect(parts.map(({ amountTiyn }) => amountTiyn)).toEqual([73_113_600_000n, 500n]);
    const absent = { rowKind: "group", id: "", columnId: "total" } as const;
    expect(partsOf(absent, COLUMNS, BY_OWNERSHIP)).toEqual([]);
    const isMember = memberTest(absent, COLUMNS, BY_OWNERSHIP);
    expect([0, 1, 2].map(isMember)).toEqual([false, false, true]);
  });
});

it("a filter leaves its parts to the sums of groups and of the city, not to an organisation", () => {
  const view = { group: "district", shownMembers: new Set(["002"]) } as const;
  const sums = (figure: ActiveFigure) =>
    partsOf(figure, COLUMNS, view).map(({ amountTiyn }) => amountTiyn);
  expect(sums({ rowKind: "city", id: "", columnId: "total" })).toEqual([100_000_001n, 700n]);
  expect(sums({ rowKind: "group", id: "alatau", columnId: "total" })).toEqual([]);
  expect(sums({ ...SCHOOL, columnId: "total" })).toHaveLength(2);
  expect(sums({ rowKind: "citywide", id: "", columnId: "total" })).toEqual([]);
});

function ask(figure: ActiveFigure) {
  return questionOf(figure, COLUMNS, BY_DISTRICT);
}
