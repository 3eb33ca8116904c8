import { expect, it } from "vitest";
import { scenarioDocument } from "../../../packages/core/src/index.ts";
import { scenario } from "../../support/overridden-city.ts";

const PARENT = scenario([{ switch: "floors", on: true }], undefined, "parent");

it("an override is written as it was read, a cell to be gone as null", () => {
  const written = [
    { parameter: "rate", key: { level: "basic" }, validTo: "2026-07-01", value: "05.0" },
    { parameter: "slow", validFrom: "2026-02-01", value: "4" },
    { fact: "grant", organisation: "a", value: null },
    { formula: "worth", expression: ["1", "+ 2"] },
    { formula: "unasked", expression: "1 KZT" },
    { envelope: "12.50", tier: "secondary" },
  ].map((each) => ({ ...each, reason: "because", author: "Ә", madeAt: "2026-11-01" }));
  expect(scenarioDocument(scenario(written), undefined)).toEqual({
    ...{ formatVersion: 1, scenario: "a" },
    overrides: written,
  });
});

it("beside its parent it names the file, by itself it says all that the parent says", () => {
  const child = scenario([{ envelope: "1.00" }], PARENT);
  const own = { envelope: "1.00", reason: "trial" };
  const head = { formatVersion: 1, scenario: "a" };
  expect(scenarioDocument(child, "p.json")).toEqual({
    ...head,
    parent: "p.json",
    overrides: [own],
  });
  const inherited = { switch: "floors", on: true, reason: "trial" };
  expect(scenarioDocument(child, undefined)).toEqual({ ...head, overrides: [inherited, own] });
});
