import { expect, it } from "vitest";
import { type Sealed, sealOf } from "../../../packages/api/src/usecases/publication-seal.ts";

const SEALED: Sealed = {
  issue: {
    ...{ id: "p", scenarioId: "s", revision: 3, kind: "official", budgetYear: 2026, number: 1 },
    ...{ issuedBy: "x", issuedAt: "2026-11-22T10:00:00.000Z", supersedes: null },
  },
  grounds: [
    {
      ...{ subject: "parameter rate 2026-01-01 1000", kind: "parameter", status: "assumed" },
      ...{ label: null, name: "rate", key: [], value: "1000", unit: "KZT", validFrom: null },
      ground: null,
    },
  ],
  findings: [],
  run: {
    ...{ id: "r", budgetYear: 2026, knownOn: "2026-12-31", registerHash: "a", resultHash: "c" },
    ...{ methodologyHash: "b", engineVersion: "1", createdAt: "", isDemonstration: false },
    ...{ organisationCount: 1, lineCount: 1, totalTiyn: "100", name: null, scenario: null },
    envelope: { limitTiyn: "200", headroomTiyn: "100", status: "local" },
  },
  scenario: { id: "s", revision: 3, identity: "d", document: { overrides: [{ value: "1" }] } },
};

it("is the same for the same content, in whatever order it is written", () => {
  const { issue, ...rest } = SEALED;
  const turned = Object.fromEntries(Object.entries(issue).toReversed()) as Sealed["issue"];
  expect(sealOf({ ...rest, issue: turned })).toBe(sealOf(SEALED));
});

it("is another one when anything that was issued is another", () => {
  const { issue, run, scenario, grounds } = SEALED;
  const others: readonly Partial<Sealed>[] = [
    { issue: { ...issue, number: 2 } },
    { issue: { ...issue, issuedBy: "y" } },
    { run: { ...run, totalTiyn: "101" } },
    { run: { ...run, envelope: null } },
    { scenario: { ...scenario, document: { overrides: [{ value: "2" }] } } },
    { grounds: grounds.map((each) => ({ ...each, value: "1001" })) },
    { findings: [] as const, grounds: [] },
  ];
  const seals = [SEALED, ...others.map((change) => ({ ...SEALED, ...change }))].map(sealOf);
  expect(new Set(seals).size).toBe(others.length + 1);
});

it("does not depend on when a run was kept and what it was called", () => {
  const run = { ...SEALED.run, createdAt: "2026-01-01T00:00:00.000Z", name: "проба" };
  expect(sealOf({ ...SEALED, run })).toBe(sealOf(SEALED));
});
