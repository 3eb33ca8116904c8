import { describe, expect, it } from "vitest";
import { readLevers } from "../../../packages/api/src/cli/lever-options.ts";
import { getValue } from "../../support/get-value.ts";

const GREATEST = "greatest=900000";

describe("a lever is written", () => {
  it("as a parameter alone, from zero by ones", () => {
    expect(levers("lever=secondary.L", GREATEST)).toEqual([
      {
        ...{ least: "0", greatest: "900000", step: "1", place: {} },
        values: [tied("secondary.L")],
      },
    ]);
  });

  it("with its key, its factor, its rounding and its days", () => {
    const written = "a.b[level=primary, programme=general]*2/3~0.01@2026-01-01..2026-09-01";
    expect(levers(`lever=${written}`, GREATEST)[0]?.values).toEqual([
      {
        ...{ text: written, parameter: "a.b" },
        codes: [
          { dimension: "level", code: "primary" },
          { dimension: "programme", code: "general" },
        ],
        ...{ validFrom: "2026-01-01", validTo: "2026-09-01", factor: "2/3", step: "0.01" },
      },
    ]);
  });

  it("with codes in the order of the dimensions, as formulas write them", () => {
    const written = ["a[primary; general]", "a['primary',\"general\"]"];
    const codes = ["primary", "general"].map((code) => ({ dimension: undefined, code }));
    for (const each of written) {
      expect(levers(`lever=${each}`, GREATEST)[0]?.values[0]?.codes).toEqual(codes);
    }
  });

  it("tied to another one by being written after it", () => {
    const found = levers("lever=a", GREATEST, "lever=b*1.2");
    expect(found.map(({ values }) => values.map(({ factor }) => factor))).toEqual([
      [undefined, "1.2"],
    ]);
  });

  it("as the next priority, which keeps the bounds of the one before unless it has its own", () => {
    const found = levers(
      ...["least=5", "lever=a", GREATEST, "step=0.5"],
      ...["then-lever=b", "greatest=100", "lever=c"],
    );
    expect(found).toMatchObject([
      { least: "5", greatest: "900000", step: "0.5" },
      { least: "5", greatest: "100", step: "0.5", values: [tied("b"), tied("c")] },
    ]);
  });
});

describe("what is no lever is refused", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["none at all", [], ["--lever"]],
    ["no greatest value", ["lever=a"], ["--greatest"]],
    ["a dimension without a code", ["lever=a[level=]", GREATEST], ["--lever"]],
    ["a code beside a dimension", ["lever=a[x=1,basic]", GREATEST], ["--lever"]],
    ["a dimension twice", ["lever=a[x=1,x=2]", GREATEST], ["--lever"]],
    ["a factor that is no number", ["lever=a*x", GREATEST], ["--lever"]],
    ["a day that does not exist", ["lever=a@2026-02-30", GREATEST], ["--lever"]],
    ["an end that is no day", ["then-lever=a@2026-01-01..x", GREATEST], ["--then-lever"]],
    [
      "a bound that is no number",
      ["lever=a", "greatest=many", "step=1e2"],
      ["--greatest", "--step"],
    ],
  ])("%s", (_, words, options) => {
    const read = readLevers({ inOrder: words });
    const named = read.ok
      ? []
      : read.issues.map(({ facts }) => ("option" in facts ? facts.option : ""));
    expect(named).toEqual(options);
  });
});

function levers(...inOrder: readonly string[]) {
  return getValue(readLevers({ inOrder }));
}

function tied(parameter: string) {
  return {
    ...{ text: parameter, parameter, codes: [], validFrom: undefined, validTo: undefined },
    ...{ factor: undefined, step: undefined },
  };
}
