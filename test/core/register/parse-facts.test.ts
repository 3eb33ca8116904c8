import { describe, expect, it } from "vitest";
import { parseRegister } from "../../../packages/core/src/index.ts";
import { faultsOf, registerTables, snapshotOf } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, STRANGER } from "../../support/small-register.ts";

const MEALS = "secondary.meals";
type Cells = readonly [
  organisation: string,
  fact: string,
  period: string,
  key: string,
  value: string,
];

describe("a fact of a register", () => {
  it("keeps its digits, its codes and its row", () => {
    const { facts } = snapshotOf(parse([[SCHOOL, MEALS, "2026", "primary", "1 200,50"]]));
    expect(facts).toEqual([
      {
        ...{ organisationId: SCHOOL, fact: MEALS, period: "2026" },
        ...{ key: "level=primary", value: "1200.5" },
        source: { file: "facts.csv", row: 2 },
      },
    ]);
  });

  it.each<[Cells, string]>([
    [["x", MEALS, "2026", "primary", "1"], "bin-malformed 2 organisation"],
    [["", MEALS, "2026", "primary", "1"], "value-missing 2 organisation"],
    [[STRANGER, MEALS, "2026", "primary", "1"], "organisation-unknown 2 organisation"],
    [[KINDERGARTEN, MEALS, "2026", "primary", "1"], "headcount-misplaced 2 organisation"],
    [[SCHOOL, "meals", "2026", "primary", "1"], "fact-unknown 2 fact"],
    [[SCHOOL, MEALS, "2026-01", "primary", "1"], "period-unknown 2 period"],
    [[SCHOOL, MEALS, "2026", "", "1"], "value-missing 2 key"],
    [[SCHOOL, MEALS, "2026", "senior", "1"], "code-unknown 2 key"],
    [[SCHOOL, MEALS, "2026", "primary", "many"], "number-malformed 2 value"],
  ])("as %j is refused", (cells, expected) => {
    expect(faultsOf(parse([cells]))).toEqual([expected]);
  });

  it("is told every fault of its row at once", () => {
    expect(faultsOf(parse([[STRANGER, MEALS, "soon", "a;b", "many"]]))).toEqual([
      "period-unknown 2 period",
      "key-malformed 2 key",
      "number-malformed 2 value",
      "organisation-unknown 2 organisation",
    ]);
  });

  it("stands there once, however its key is written", () => {
    const rows: readonly Cells[] = [
      [SCHOOL, MEALS, "2026", "primary", "1"],
      [SCHOOL, MEALS, "2026", "level=primary", "1"],
    ];
    expect(faultsOf(parse(rows))).toEqual(["fact-duplicate 3"]);
  });

  it("without dimensions has no key", () => {
    const [, , meals] = registerRules().facts;
    if (meals?.source !== "facts") throw new Error("the third fact is one of facts.csv");
    const rules = registerRules({ facts: [{ ...meals, dimensions: [] }] });
    const one: Cells = [SCHOOL, MEALS, "2026", "", "1"];
    expect(snapshotOf(parse([one], rules)).facts).toMatchObject([{ key: "" }]);
    expect(faultsOf(parse([one.with(3, "primary") as unknown as Cells], rules))).toEqual([
      "key-malformed 2 key",
    ]);
  });
});

it("facts stand sorted by organisation, fact, period and key", () => {
  const rows: readonly Cells[] = [
    [SCHOOL, MEALS, "2026", "primary", "1"],
    [SCHOOL, MEALS, "2026", "basic", "2"],
    [SCHOOL, MEALS, "2025", "primary", "3"],
  ];
  expect(snapshotOf(parse(rows)).facts.map(({ value }) => value)).toEqual(["3", "2", "1"]);
  expect(snapshotOf(parse(rows.toReversed())).facts.map(({ value }) => value)).toEqual([
    ...["3", "2", "1"],
  ]);
});

it("facts alone are a register", () => {
  const tables = { ...registerTables(), headcounts: undefined };
  const facts = tableOf([[SCHOOL, MEALS, "2026", "primary", "1"]]);
  const register = snapshotOf(parseRegister({ ...tables, facts }, registerRules()));
  expect(register.headcounts).toEqual([]);
  expect(register.facts).toHaveLength(1);
});

it("a table of facts has rows", () => {
  expect(faultsOf(parse([]))).toEqual(["table-empty"]);
});

function parse(rows: readonly Cells[], rules = registerRules()) {
  const headcounts = rules.facts.some(({ source }) => source === "headcounts")
    ? registerTables().headcounts
    : undefined;
  return parseRegister(registerTables({ headcounts, facts: tableOf(rows) }), rules);
}

function tableOf(rows: readonly Cells[]) {
  return {
    file: "facts.csv",
    columns: ["organisation", "fact", "period", "key", "value"],
    rows: rows.map((cells, place) => ({ row: place + 2, cells })),
  };
}
