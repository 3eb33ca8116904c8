import { describe, expect, it } from "vitest";
import {
  applyScenario,
  buildPlan,
  type FactOverride,
  factChangesOf,
  type Result,
  registerRulesOf,
} from "../../../packages/core/src/index.ts";
import {
  type CellRow,
  findCellRow,
  nameOfRow,
  replaceCells,
  valueOfRow,
} from "../../../packages/core/src/scenario/override-facts.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, baseWith, faultTexts, scenario } from "../../support/overridden-city.ts";
import { label } from "../../support/school-methodology.ts";
import { pupils } from "../../support/school-register.ts";

type Document = Readonly<Record<string, unknown>>;

function fact(override: Document): FactOverride {
  const [read] = scenario([override]).overrides;
  if (read?.kind !== "fact") throw new Error("a fact is overridden");
  return read;
}

function find(override: Document, base = BASE): Result<CellRow> {
  const { methodology, snapshot, asOf } = base;
  const { isReporter } = registerRulesOf(getValue(buildPlan(methodology, asOf)));
  const organisations = new Map(snapshot.organisations.map((each) => [each.id, each]));
  return findCellRow({ methodology, asOf, organisations, isReporter }, fact(override));
}

const CELL = {
  ...{ fact: "pupils", organisation: "a", value: "7" },
  key: { level: "primary", count: "september" },
};

describe("an overridden cell", () => {
  it("is the row of the register that would say it, with the scenario as its source", () => {
    const row = getValue(find(CELL));
    const expected = pupils("a", "2026-09-05", "primary", 7);
    expect(row).toEqual({
      ...{ source: "headcounts", isGone: false },
      row: { ...expected, source: { file: "a.json", row: 0 } },
    });
    expect(valueOfRow(row)).toBe("7");
  });

  it.each([
    [
      "of nobody",
      { ...CELL, organisation: "z" },
      ["organisation-absent at overrides.0.organisation"],
    ],
    [
      "of nobody, where not everybody reports it",
      { fact: "grant", organisation: "z", value: "1" },
      ["organisation-absent at overrides.0.organisation"],
    ],
    ["of no fact", { ...CELL, fact: "pupil" }, ["fact-unknown at overrides.0.fact"]],
    ["of history", { ...CELL, fact: "before", key: {} }, ["fact-imported at overrides.0.fact"]],
    [
      "of a date that is none",
      { ...CELL, key: { level: "basic", count: "may" } },
      ["period-unknown at overrides.0.key.count"],
    ],
    [
      "of a code that is none",
      { ...CELL, key: { level: "third", count: "january" } },
      ["code-unknown at overrides.0.key.level"],
    ],
    ["of half a key", { ...CELL, key: { level: "basic" } }, ["key-malformed at overrides.0.key"]],
    [
      "of half a key and a code that is none",
      { ...CELL, key: { level: "third" } },
      ["code-unknown at overrides.0.key.level", "key-malformed at overrides.0.key"],
    ],
    [
      "of a foreign dimension",
      { ...CELL, key: { ...CELL.key, ownership: "state" } },
      ["reference-unknown at overrides.0.key.ownership"],
    ],
    ["of half a pupil", { ...CELL, value: "1.5" }, ["number-fractional at overrides.0.value"]],
    ["of fewer than nobody", { ...CELL, value: "-1" }, ["number-negative at overrides.0.value"]],
    ["of words", { ...CELL, value: "1 000" }, ["number-malformed at overrides.0.value"]],
    [
      "of more than can be counted",
      { ...CELL, value: "1234567890" },
      ["number-out-of-range at overrides.0.value"],
    ],
    [
      "of one who does not report it",
      { fact: "grant", organisation: "c", value: "1" },
      ["headcount-misplaced at overrides.0.organisation"],
    ],
  ])("%s is refused", (_, override, faults) => {
    expect(faultTexts(find(override))).toEqual(faults);
  });

  it("of half a key is told which it has and which it should have", () => {
    expect(find({ ...CELL, key: { level: "basic" } })).toMatchObject({
      issues: [{ facts: { value: "level=basic", expected: "count=…;level=…" } }],
    });
  });

  it("of one table leaves the rows of the other as they are", () => {
    const { snapshot } = BASE;
    const grant = getValue(find({ fact: "grant", organisation: "a", value: "0.50" }));
    const { headcounts, facts } = replaceCells(snapshot, [grant]);
    expect(headcounts).toEqual(snapshot.headcounts);
    expect(facts.map(({ organisationId, value }) => [organisationId, value])).toEqual([
      ["a", "0.5"],
      ["b", "2"],
    ]);
    expect(valueOfRow(grant)).toBe("0.5");
    expect(nameOfRow(grant)).not.toBe(
      nameOfRow(getValue(find({ fact: "grant", organisation: "b", value: "0.50" }))),
    );
    const change = { organisationId: "a", fact: "grant", codes: [], value: "0.5" };
    const override = fact({ fact: "grant", organisation: "a", value: "0.50" });
    expect(factChangesOf(BASE, override)).toEqual([change]);
    const history = fact({ fact: "before", organisation: "a", value: "1" });
    expect(factChangesOf(BASE, history)).toEqual([]);
  });

  it("stands where its key stands among the rows, and is gone where it has no value", () => {
    const added = getValue(
      find({ ...CELL, organisation: "b", key: { ...CELL.key, level: "basic" } }),
    );
    const gone = getValue(find({ ...CELL, value: null }));
    const { headcounts, facts } = replaceCells(BASE.snapshot, [added, gone]);
    expect(headcounts.map((row) => [row.organisationId, row.period, row.level_or_group])).toEqual([
      ...[
        ["a", "2026-01-01", "basic"],
        ["a", "2026-01-01", "primary"],
      ],
      ...[["a", "2026-09-05", "basic"]],
      ...[
        ["b", "2026-01-01", "primary"],
        ["b", "2026-09-05", "basic"],
      ],
      ["b", "2026-09-05", "primary"],
    ]);
    expect(facts).toBe(BASE.snapshot.facts);
  });

  it("of a row that several facts read changes all of them in a model", () => {
    const twice = {
      ...{ fact: "again", label: label("again"), unit: "pupil", measure: "enrolled" },
    };
    const again = {
      ...{ ...twice, period: "count", dimensions: { level: "level_or_group" }, reportedBy: "true" },
      where: { tier: "secondary", programme: "general", child_category: "general" },
    };
    const grant = { fact: "grant", label: label("grant"), unit: "1", source: "facts" };
    const base = baseWith({ more: [{ facts: [grant, again] }] });
    const override = fact(CELL);
    const codes = ["september", "primary"];
    const change = { organisationId: "a", codes, value: "7" };
    expect(factChangesOf(base, override)).toEqual([
      { ...change, fact: "pupils" },
      { ...change, fact: "again" },
    ]);
    expect(nameOfRow(getValue(find(CELL, base)))).toBe(
      nameOfRow(getValue(find({ ...CELL, fact: "again" }, base))),
    );
    expect(factChangesOf(base, { ...override, value: undefined })[0]?.value).toBeUndefined();
  });

  it("of another year's fact is a row of that year", () => {
    const earlier = {
      ...{
        fact: "earlier",
        label: label("e"),
        unit: "1",
        source: "facts",
        measure: "grant",
        year: -1,
      },
      reportedBy: "ownership = 'state'",
    };
    const grant = {
      ...{ fact: "grant", label: label("grant"), unit: "1", source: "facts" },
      reportedBy: "ownership = 'state'",
    };
    const base = baseWith({ more: [{ facts: [grant, earlier] }] });
    const made = scenario([{ fact: "earlier", organisation: "a", value: "3" }]);
    const { snapshot } = getValue(applyScenario(base, made)).inputs;
    expect(snapshot.facts.map(({ period, value }) => [period, value])).toEqual([
      ["2025", "3"],
      ["2026", "10.5"],
      ["2026", "2"],
    ]);
  });
});
