import { describe, expect, it } from "vitest";
import {
  findParentName,
  overridesOf,
  parseScenario,
  type Result,
  type Scenario,
  scenarioDocument,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  faultTexts,
  randomScenario,
  readScenario,
  scenario,
} from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

function parse(content: unknown, parent?: Scenario): Result<Scenario> {
  return parseScenario({ file: "a.json", content }, parent);
}

function faultsOf(...overrides: readonly Readonly<Record<string, unknown>>[]) {
  return faultTexts(readScenario(overrides));
}

describe("a scenario document", () => {
  it("says one thing of each kind, signed and with its place", () => {
    const read = scenario([
      { parameter: "rate", key: { level: "basic" }, validFrom: "2026-07-01", value: "5" },
      { fact: "pupils", organisation: "a", key: { count: "january" }, value: null },
      {
        formula: "worth",
        expression: ["1", "+ 2"],
        author: "Айгүл",
        madeAt: "2026-11-01T10:00:00Z",
      },
      { switch: "floors", on: false },
      { envelope: "12.5", district: "north" },
    ]);
    const [rate, cell, worth, floors, limit] = read.overrides;
    expect(rate).toMatchObject({ kind: "parameter", validFrom: "2026-07-01", value: "5" });
    expect(rate).toMatchObject({ key: new Map([["level", "basic"]]), validTo: undefined });
    expect(cell).toMatchObject({ kind: "fact", organisationId: "a", value: undefined });
    expect(worth).toMatchObject({ kind: "formula", expression: "1\n+ 2", author: "Айгүл" });
    expect(floors).toMatchObject({ kind: "switch", stage: "floors", isOn: false });
    expect(limit).toMatchObject({ scope: { by: "district", member: "north" }, amount: 1250n });
    expect(limit?.place).toEqual({ file: "a.json", path: ["overrides", 4] });
  });

  it("tells every fault of the head and of every override at once", () => {
    const overrides = [
      { parameter: "rate", value: 5, reason: "r" },
      { switch: "floors", on: "yes", reason: "r", more: 1 },
    ];
    expect(faultTexts(parse({ formatVersion: 1, scenario: " ", overrides }))).toEqual([
      "document-malformed at scenario",
      "document-malformed at overrides.0.value",
      "document-malformed at overrides.1.on",
      "key-unknown at overrides.1.more",
    ]);
  });

  it.each([
    [
      "has no reason",
      { switch: "s", on: true, reason: undefined },
      "field-missing at overrides.0.reason",
    ],
    [
      "has a blank one",
      { switch: "s", on: true, reason: " \n" },
      "document-malformed at overrides.0.reason",
    ],
    ["is about nothing known", { tariff: "s" }, "document-malformed at overrides.0"],
    [
      "begins on no day",
      { parameter: "p", value: "1", validFrom: "2026-02-30" },
      "date-malformed at overrides.0.validFrom",
    ],
    [
      "has an end that is no day",
      { parameter: "p", value: "1", validTo: "2026-13-01" },
      "date-malformed at overrides.0.validTo",
    ],
    [
      "limits two scopes",
      { envelope: "1", tier: "a", district: "b" },
      "document-malformed at overrides.0",
    ],
    [
      "limits to a part of a tiyn",
      { envelope: "1.005" },
      "amount-fraction at overrides.0.envelope",
    ],
    ["limits to less than nothing", { envelope: "-1" }, "number-negative at overrides.0.envelope"],
    ["limits to words", { envelope: "все" }, "number-malformed at overrides.0.envelope"],
    [
      "limits to more than there is",
      { envelope: "1".repeat(31) },
      "number-out-of-range at overrides.0.envelope",
    ],
    [
      "limits to more than there is, and a part",
      { envelope: `${"1".repeat(31)}.5` },
      "number-out-of-range at overrides.0.envelope",
    ],
    [
      "limits to a part of as much as there is",
      { envelope: `${"1".repeat(30)}.005` },
      "amount-fraction at overrides.0.envelope",
    ],
    [
      "was made at no time",
      { switch: "s", on: true, madeAt: "вчера" },
      "document-malformed at overrides.0.madeAt",
    ],
  ])("refuses an override that %s", (_, override, fault) => {
    expect(faultsOf(override)).toEqual([fault]);
  });

  it("may limit to nothing, and to a tiyn", () => {
    const limits = scenario([{ envelope: "0" }, { envelope: "0.01" }]).overrides;
    expect(limits).toMatchObject([{ amount: 0n }, { amount: 1n }]);
  });

  it("tells which fields and scopes it found of those that there are", () => {
    const found = readScenario([{ tariff: "s" }, { envelope: "1", tier: "a", district: "b" }]);
    expect(found).toMatchObject({
      issues: [
        {
          facts: {
            expected: "parameter | fact | formula | switch | envelope",
            found: "reason, tariff",
          },
        },
        { facts: { found: "tier, district" } },
      ],
    });
    const bare = parse({ formatVersion: 1, scenario: "a", overrides: [{}, null, 5] });
    expect(bare).toMatchObject({
      issues: [{ facts: { found: "—" } }, { facts: { found: "—" } }, { facts: { found: "—" } }],
    });
  });

  it("that is no document is refused as one", () => {
    for (const content of [null, "text", 5, [], undefined]) {
      expect(parse(content).ok).toBe(false);
      expect(findParentName(content)).toBeUndefined();
    }
  });

  it("of another version is not read any further", () => {
    const content = { formatVersion: 2, scenario: "a", overrides: [{ what: "ever" }] };
    expect(faultTexts(parse(content))).toEqual(["document-version at formatVersion"]);
    expect(faultTexts(parse(5))).toEqual(["document-malformed at "]);
    expect(faultTexts(parse({ formatVersion: 1, scenario: "a", overrides: 5 }))).toEqual([
      "document-malformed at overrides",
    ]);
  });

  it("names its parent, whatever else is wrong with it", () => {
    expect(findParentName({ parent: "b.json", formatVersion: "?" })).toBe("b.json");
    expect(findParentName({ parent: 5 })).toBeUndefined();
    expect(findParentName(null)).toBeUndefined();
  });
});

describe("laws", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);

  it.each(seeds)("what is written is read as the same scenario (%i)", (seed) => {
    const made = randomScenario(createRandom(seed));
    const { parent } = made;
    const kept: unknown = JSON.parse(
      JSON.stringify(scenarioDocument(made, parent && "parent.json")),
    );
    expect(findParentName(kept)).toBe(parent && "parent.json");
    expect(getValue(parse(kept, parent))).toEqual(made);
    const alone = getValue(parse(scenarioDocument(made, undefined)));
    const said = (each: Scenario) => overridesOf(each).map(({ place, ...rest }) => rest);
    expect(said(alone)).toEqual(said(made));
  });
});
