import { describe, expect, it } from "vitest";
import { asOf, type RegisterSnapshot, tiyn } from "../../../packages/core/src/index.ts";
import { openMixedRegister } from "../../../packages/core/src/scenario/mixed-register.ts";
import { openSides } from "../../../packages/core/src/scenario/mixed-sides.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool } from "../../support/school-methodology.ts";
import {
  estimate,
  factRow,
  lastYear,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";

type Document = Readonly<Record<string, unknown>>;

const GRANT = { fact: "grant", label: label("grant"), unit: "1", source: "facts", cause: "rates" };
const BEFORE = {
  fact: "before",
  label: label("before"),
  unit: "KZT",
  source: "last-year",
  of: "amount",
};
const FACTS = [GRANT, { ...BEFORE, cause: "protections" }];

const REGISTER = snapshot({
  organisations: [organisation(), organisation({ id: "b" })],
  headcounts: [pupils("a", "2026-01-01", "basic", 1), pupils("b", "2026-01-01", "basic", 2)],
  facts: [factRow("a", "grant", "3"), factRow("b", "grant", "4")],
  lastYear: [lastYear("a", "5"), lastYear("b", "6")],
  estimates: [estimate({ tenge: "7" })],
});

function mixed(
  change: Partial<RegisterSnapshot>,
  [from, to]: readonly [readonly Document[], readonly Document[]] = [FACTS, FACTS],
) {
  const side = (facts: readonly Document[], register: RegisterSnapshot) => ({
    methodology: getValue(parseSchool({ more: [{ facts }] })),
    snapshot: register,
    asOf: asOf(2026),
  });
  const later = { ...REGISTER, ...change };
  return openMixedRegister(getValue(openSides(side(from, REGISTER), side(to, later))));
}

/** Rows as `a 1`, in the order of the tables. */
function rowsOf({ headcounts, facts, lastYear: lines, estimates }: RegisterSnapshot) {
  return [
    ...headcounts.map(({ organisationId, headcount }) => `${organisationId} ${headcount}`),
    ...facts.map(({ organisationId, value }) => `${organisationId} ${value}`),
    ...lines.map(({ organisationId, amount }) => `${organisationId} ${amount / 100n}`),
    ...estimates.map(({ amount }) => `- ${amount / 100n}`),
  ].toSorted();
}

const [a, b] = [organisation(), organisation({ id: "b" })];

describe("registers differ for a cause", () => {
  it.each<[string, Partial<RegisterSnapshot>, readonly string[]]>([
    ["none, where rows only stand elsewhere", { headcounts: REGISTER.headcounts.toReversed() }, []],
    ["none, where names and sources differ", { organisations: [{ ...a, nameRu: "A" }, b] }, []],
    ["by a count", { headcounts: [pupils("a", "2026-01-01", "basic", 1)] }, ["headcounts"]],
    [
      "by the cause of a fact",
      { facts: [factRow("a", "grant", "3.5"), factRow("b", "grant", "4")] },
      ["rates"],
    ],
    ["by the year before", { lastYear: [lastYear("a", "5")] }, ["protections"]],
    ["by who there is", { organisations: [a] }, ["headcounts"]],
    [
      "by what an organisation is",
      { organisations: [a, organisation({ id: "b", closed: "2026-05-01" })] },
      ["headcounts"],
    ],
    ["by an estimate", { estimates: [] }, ["estimates"]],
    [
      "none, where estimates come to the same",
      { estimates: [estimate({ tenge: "3" }), estimate({ tenge: "4", lineId: "E-2" })] },
      [],
    ],
    [
      "none, where an estimate is of another year",
      { estimates: [...REGISTER.estimates, estimate({ tenge: "1", budgetYear: 2025 })] },
      [],
    ],
  ])("%s", (_, change, expected) => {
    expect([...mixed(change).causes]).toEqual(expected);
  });
});

describe("a mixture has", () => {
  const later = {
    organisations: [a],
    headcounts: [pupils("a", "2026-01-01", "basic", 10)],
    facts: [factRow("a", "grant", "30")],
    estimates: [estimate({ tenge: "70" })],
  };

  it("the rows of each cause as in its register, and none of organisations that it lacks", () => {
    const { mix, counted } = mixed(later);
    expect(counted).toEqual(["headcounts", "rates"]);
    const takes = (...causes: readonly string[]) => rowsOf(mix((cause) => causes.includes(cause)));
    expect(takes()).toEqual(rowsOf(REGISTER));
    expect(takes("rates")).toEqual(["- 7", "a 1", "a 30", "a 5", "b 2", "b 6"]);
    expect(takes("headcounts")).toEqual(["- 7", "a 10", "a 3", "a 5"]);
    expect(takes("estimates", "headcounts", "rates")).toEqual(rowsOf({ ...REGISTER, ...later }));
  });

  it("rows that only one law reads, whatever else is taken", () => {
    const { mix, causes } = mixed({ facts: [factRow("a", "grant", "30")] }, [[GRANT], [BEFORE]]);
    expect([...causes]).toEqual([]);
    const expected = ["- 7", "a 1", "a 3", "a 5", "b 2", "b 4", "b 6"];
    expect(rowsOf(mix(() => false))).toEqual(expected);
    expect(rowsOf(mix(() => true))).toEqual(expected);
    expect(mix(() => true).lastYear.map(({ amount }) => amount)).toEqual([tiyn(500n), tiyn(600n)]);
  });
});
