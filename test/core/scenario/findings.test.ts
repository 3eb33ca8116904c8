import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RegisterSnapshot } from "../../../packages/core/src/index.ts";
import { findingsOf, type RegisterFinding } from "../../../packages/core/src/index.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import { lastYear, organisation, pupils, run } from "../../support/school-register.ts";

/** 1,000 tenge a pupil, counted once: people of a line and money of a line at one glance. */
const PLAN = schoolPlan({
  lines: [
    line("school", "sum(over count, level: rate * pupils[count, level])", {
      headcount: "sum(over count, level: pupils[count, level])",
    }),
  ],
});

function roll(id: string, count: number) {
  return [
    pupils(id, "2026-01-01", "primary", count),
    ...[pupils(id, "2026-01-01", "basic", 0), pupils(id, "2026-09-05", "primary", 0)],
    pupils(id, "2026-09-05", "basic", 0),
  ];
}

function found(change: Partial<RegisterSnapshot>): readonly RegisterFinding[] {
  return findingsOf(run(PLAN, { headcounts: roll("a", 1), ...change }));
}

/** `amount-jump a` and so on. */
function namesOf(change: Partial<RegisterSnapshot>): readonly string[] {
  return found(change).map(({ id }) => id);
}

const seats = (count: string) => ({ attributes: { design_capacity: count } });

describe("a roll over design capacity", () => {
  it("is a warning with the places, the people and the load", () => {
    const organisations = [organisation({ id: "a", ...seats("40") })];
    expect(found({ organisations, headcounts: roll("a", 50) })).toEqual([
      {
        ...{ id: "roll-over-capacity a", code: "roll-over-capacity", severity: "warning" },
        ...{ organisationId: "a", nameRu: "a (ru)", nameKk: "a (kk)" },
        facts: { capacity: "40", count: "50", percent: "125" },
      },
    ]);
  });

  it("is none with a place for everybody, and where places are not known", () => {
    const known = [organisation({ id: "a", ...seats("50") })];
    expect(namesOf({ organisations: known, headcounts: roll("a", 50) })).toEqual([]);
    expect(namesOf({ headcounts: roll("a", 50) })).toEqual([]);
  });
});

describe("an organisation that is lost", () => {
  const closed = (change: Parameters<typeof organisation>[0]) =>
    organisation({ id: "lost", closed: "2026-08-31", ...change });
  const others = [organisation(), organisation({ id: "b" })];

  it("blocks when it closes within the year and nobody takes it over", () => {
    const lost = found({
      organisations: [...others, closed({})],
      lastYear: [lastYear("lost", "7")],
    });
    expect(lost).toMatchObject([
      {
        ...{ id: "successor-missing lost", severity: "blocking" },
        facts: { closed: "2026-08-31", amount: "7.00" },
      },
    ]);
  });

  it("is none with a successor, nor when it closes later or closed long ago", () => {
    const organisations = [
      closed({ successorIds: ["b"] }),
      closed({ id: "later", closed: "2027-01-01" }),
      closed({ id: "long-ago", closed: "2024-05-31" }),
    ];
    expect(namesOf({ organisations: [...others, ...organisations] })).toEqual([]);
  });

  it("blocks when it was paid the year before and is gone, in the register or from it", () => {
    const organisations = [...others, closed({ closed: "2025-08-31" })];
    const paid = { lastYear: [lastYear("lost", "5"), lastYear("unheard-of", "6")] };
    expect(found({ organisations, ...paid }).map(({ id, facts }) => [id, facts])).toEqual([
      ["successor-missing lost", { closed: "2025-08-31", amount: "5.00" }],
      ["successor-missing unheard-of", { closed: "", amount: "6.00" }],
    ]);
  });
});

describe("a jump", () => {
  const paid = (tenge: string) => ({
    lastYear: [lastYear("a", tenge)],
    headcounts: roll("a", 100),
  });

  it("is more than fifteen in a hundred either way, with its sign", () => {
    expect(found(paid("80000"))[0]).toMatchObject({
      ...{ id: "amount-jump a", severity: "warning" },
      facts: { before: "80000.00", after: "100000.00", percent: "25" },
    });
    expect(found(paid("150000"))[0]?.facts).toMatchObject({ percent: "-33.3" });
  });

  it("is none at fifteen exactly, and where there was nothing before", () => {
    expect(namesOf({ ...paid("50000"), headcounts: roll("a", 0) })).toEqual(["amount-jump a"]);
    expect(namesOf({ lastYear: [lastYear("a", "100000")], headcounts: roll("a", 115) })).toEqual(
      [],
    );
    expect(namesOf({ lastYear: [lastYear("a", "100000")], headcounts: roll("a", 85) })).toEqual([]);
    expect(namesOf({ headcounts: roll("a", 100) })).toEqual([]);
  });

  it("counts who was merged with who took them over", () => {
    const organisations = [
      organisation({ id: "a" }),
      organisation({ id: "old", closed: "2025-12-31", successorIds: ["a"] }),
    ];
    const last = [lastYear("a", "60000"), lastYear("old", "40000")];
    const change = { organisations, lastYear: last, headcounts: roll("a", 100) };
    expect(namesOf(change)).toEqual([]);
  });
});

describe("laws", () => {
  const school = fc.record({
    roll: fc.integer({ min: 0, max: 200 }),
    seats: fc.integer({ min: 1, max: 200 }),
    last: fc.integer({ min: 1, max: 300 }),
    isClosed: fc.boolean(),
  });

  it("each is found exactly when it is so, once, and blocking ones come first", () => {
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 6 }), (schools) => {
        const named = schools.map((each, place) => ({ ...each, id: `s${place}` }));
        const ids = namesOf({
          organisations: named.map((each) =>
            organisation({
              ...{ id: each.id, ...seats(`${each.seats}`) },
              ...(each.isClosed ? { closed: "2026-12-31" } : {}),
            }),
          ),
          headcounts: named.flatMap((each) => roll(each.id, each.roll)),
          lastYear: named.map((each) => lastYear(each.id, `${each.last * 1000}`)),
        });
        const expected = [
          ...named.filter(({ isClosed }) => isClosed).map(({ id }) => `successor-missing ${id}`),
          ...named
            .filter((each) => each.roll > each.seats)
            .map(({ id }) => `roll-over-capacity ${id}`),
          ...named
            .filter((each) => Math.abs(each.roll - each.last) * 100 > each.last * 15)
            .map(({ id }) => `amount-jump ${id}`),
        ];
        expect(ids).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
