import { describe, expect, it } from "vitest";
import { stagedFaults, tinySolve, tinyStage } from "../../support/tiny-stages.ts";

type Json = Readonly<Record<string, unknown>>;

const CAP = { lines: ["main"], bound: "need" };
const faultsOf = (kind: string, change: Json) => stagedFaults([tinyStage("s", kind, change)]);

describe("the kind of a stage decides its fields", () => {
  it.each<[string, string, Json, string]>([
    ["there is no such kind", "ceiling", CAP, "document-malformed stages.0.kind"],
    ["a cap binds something", "cap", { lines: ["main"] }, "field-missing stages.0.bound"],
    ["a cap has lines", "cap", { ...CAP, lines: [] }, "document-malformed stages.0.lines"],
    ["a cap has no weight", "cap", { ...CAP, weight: "need" }, "key-unknown stages.0.weight"],
    [
      "who bears a shortfall is never left open",
      "floor-and-cap",
      { lines: ["main"], floor: "need", cap: "need" },
      "field-missing stages.0.shortfall",
    ],
    [
      "a fit fills nothing in order",
      "fit",
      { lines: ["main"], envelope: "envelope", leftOver: "refuse" },
      "document-malformed stages.0.leftOver",
    ],
  ])("%s", (_name, kind, change, fault) => {
    const [found] = faultsOf(kind, change);
    expect(found).toContain(fault);
  });
});

describe("an amount has no parts smaller than a tiyn", () => {
  it.each([
    [3, 1],
    [2, 0],
    [-3, 0],
  ])("%i places", (places, faults) => {
    expect(faultsOf("cap", { ...CAP, places })).toHaveLength(faults);
  });

  it("but a rate may", () => {
    const change = { total: "total(pupils * rate)", places: 9 };
    expect(stagedFaults([tinySolve("s", "rate", change)])).toEqual([]);
  });
});
