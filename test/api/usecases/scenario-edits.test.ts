import { describe, expect, it } from "vitest";
import type { OverrideJson, ScenarioRevision } from "../../../packages/api/src/contract.ts";
import type { SaidOverride } from "../../../packages/api/src/usecases/scenario-books.ts";
import {
  type AskedEdit,
  applyEdits,
  type BatchEdit,
  effectiveEdits,
  findConflicts,
  inverseEdits,
  moveIssue,
  newEdits,
  readEdits,
  touchedBy,
} from "../../../packages/api/src/usecases/scenario-edits.ts";
import { issue } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";

const SIGNATURE = { author: "one", madeAt: new Date("2026-11-22T10:00:00Z"), revision: 2 };

describe("a batch is read", () => {
  it("with the last word on each cell, in its order", () => {
    const edits = asked({ override: rate("1") }, { cell: "switch floor" }, { override: rate("2") });
    expect(edits.map(({ cell, position, said }) => [cell, position, said?.reason])).toEqual([
      ["switch floor", 1, undefined],
      ["parameter rate", 2, "проба"],
    ]);
  });

  it("or refused with all its faults, each at its edit", () => {
    const read = readEdits([{ override: rate("1") }, { override: {} }, { override: { fact: 5 } }]);
    if (read.ok) throw new Error("two of the three are no overrides");
    const places = read.issues.map(({ place }) => place.path?.slice(0, 3).join(" "));
    expect(new Set(places)).toEqual(new Set(["edits 1 override", "edits 2 override"]));
  });
});

it("a fault of what was not in the batch keeps its place", () => {
  const found = issue("organisation-absent", { path: ["overrides", 7] }, { value: "s99" });
  expect(moveIssue(found, () => undefined).place).toEqual({ path: ["overrides", 7] });
  expect(moveIssue(found, () => 2).place).toEqual({ path: ["edits", 2, "override"] });
});

describe("what others have said since", () => {
  it("is told from the first word to the last; a word taken back is none", () => {
    const touched = touchedBy([
      revision(3, edit(null, rate("1")), edit(null, floor(true))),
      revision(4, edit(rate("1"), rate("2"))),
      revision(5, edit(floor(true), null)),
    ]);
    expect([...touched.keys()]).toEqual(["parameter rate"]);
    expect(touched.get("parameter rate")).toMatchObject({
      ...{ base: undefined, theirs: { value: "2" }, by: { revision: 4 } },
    });
  });

  it("is no conflict where it is the same, and one where another value or nothing is said", () => {
    const touched = touchedBy([revision(3, edit(null, rate("1")))]);
    expect(findConflicts(asked({ override: rate("1.0", "") }), touched)).toEqual([]);
    expect(findConflicts(asked({ override: floor(true) }), touched)).toEqual([]);
    for (const mine of [{ override: rate("2") }, { cell: "parameter rate" }]) {
      const conflicts = findConflicts(asked(mine), touched);
      expect(conflicts).toMatchObject([{ base: null, theirs: rate("1"), revision: 3 }]);
    }
  });

  it("is a conflict on days that overlap, and none on others", () => {
    const autumn = { ...rate("1"), validFrom: "2026-09-01", validTo: "2027-01-01" };
    const touched = touchedBy([revision(3, edit(null, autumn))]);
    const spring = { ...rate("2"), validFrom: "2026-01-01", validTo: "2026-09-01" };
    expect(findConflicts(asked({ override: spring }), touched)).toEqual([]);
    expect(findConflicts(asked({ override: rate("2") }), touched)).toHaveLength(1);
  });
});

describe("of a batch is kept", () => {
  const own = said(rate("1"), floor(true));

  it("what changes something, with what it takes the place of", () => {
    const edits = asked({ override: rate("1.00") }, { override: floor(false) }, { cell: "none" });
    const kept = effectiveEdits(edits, own, new Map());
    expect(newEdits(kept, own)).toEqual([
      { cell: "switch floor", override: floor(false), previous: floor(true) },
    ]);
    const after = applyEdits(own, kept, { ...SIGNATURE, revision: 3 });
    expect(after.map(({ cell, revision: number }) => [cell, number])).toEqual([
      ["parameter rate", 2],
      ["switch floor", 3],
    ]);
  });

  it("a reason that is new, but not silence about what somebody else has just explained", () => {
    const silent = asked({ override: rate("1", "") });
    expect(effectiveEdits(silent, own, new Map())).toHaveLength(1);
    const touched = touchedBy([revision(3, edit(rate("0"), rate("1")))]);
    expect(effectiveEdits(silent, own, touched)).toEqual([]);
  });

  it("the same word again where a later one holds on its days", () => {
    const year = { ...rate("1"), validFrom: "2026-01-01", validTo: "2027-01-01" };
    const spring = { ...rate("2"), validFrom: "2026-01-01", validTo: "2026-07-01" };
    const edits = asked({ override: year });
    expect(effectiveEdits(edits, said(year, spring), new Map())).toHaveLength(1);
    expect(effectiveEdits(edits, said(spring, year), new Map())).toEqual([]);
  });
});

it("what stood comes back with what had been said above it", () => {
  const year = { ...rate("1"), validFrom: "2026-01-01", validTo: "2027-01-01" };
  const spring = { ...rate("2"), validFrom: "2026-01-01", validTo: "2026-07-01" };
  const before = said(year, spring, floor(true));
  const over = revision(5, edit(year, { ...year, value: "3" }), edit(null, rate("9")));
  const back = inverseEdits(over, before);
  expect(
    back.map(({ cell, said: word, isRepeated }) => [cell, word !== undefined, isRepeated]),
  ).toEqual([
    ["parameter rate 2026-01-01..2027-01-01", true, false],
    ["parameter rate 2026-01-01..2026-07-01", true, true],
    ["parameter rate", false, false],
  ]);
});

function rate(value: string, reason = "проба"): OverrideJson {
  return { parameter: "rate", value, reason };
}

function floor(on: boolean): OverrideJson {
  return { switch: "floor", on, reason: "проба" };
}

function asked(...edits: readonly BatchEdit[]): readonly AskedEdit[] {
  return getValue(readEdits(edits));
}

function said(...overrides: readonly OverrideJson[]): readonly SaidOverride[] {
  return applyEdits([], asked(...overrides.map((override) => ({ override }))), SIGNATURE);
}

function edit(previous: OverrideJson | null, override: OverrideJson | null) {
  const [read] = asked({ override: override ?? previous ?? {} });
  return { cell: read?.cell ?? "", previous, override };
}

function revision(number: number, ...edits: ScenarioRevision["edits"]): ScenarioRevision {
  return {
    ...{ number, edits, kind: "edited", batchId: `${number}`, undoes: null, undoneBy: null },
    ...{ author: { id: "two", name: "Динара" }, madeAt: "2026-11-22T10:00:00.000Z" },
    ...{ totalTiyn: "0", resultHash: "", engineVersion: "" },
  };
}
