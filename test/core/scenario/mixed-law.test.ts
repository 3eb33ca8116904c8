import { describe, expect, it } from "vitest";
import { asOf } from "../../../packages/core/src/index.ts";
import { compareLaws, mixLaw, mixRules } from "../../../packages/core/src/scenario/mixed-law.ts";
import { openSides, type Sides } from "../../../packages/core/src/scenario/mixed-sides.ts";
import { getValue } from "../../support/get-value.ts";
import {
  formula,
  label,
  line,
  parameter,
  parseSchool,
  type SchoolChange,
  valued,
} from "../../support/school-methodology.ts";
import { FOUR_CELLS, snapshot } from "../../support/school-register.ts";

const BASE: SchoolChange = {
  parameters: [parameter("rate", "KZT", [valued("10")]), parameter("share", "1", [valued("0.5")])],
  formulas: [formula("worth", "KZT", "rate * share")],
  lines: [line("l", "worth", { exists: "when" })],
};

function sidesOf(from: SchoolChange, to: SchoolChange): Sides {
  const side = (change: SchoolChange) => ({
    methodology: getValue(parseSchool(change)),
    snapshot: snapshot({ headcounts: FOUR_CELLS }),
    asOf: asOf(2026),
  });
  return getValue(openSides(side(from), side(to)));
}

function differencesOf(change: SchoolChange) {
  const { parameters, tables, stages, hasOtherRules, readsOtherwise } = compareLaws(
    sidesOf(BASE, { ...BASE, ...change }),
  );
  const named = [...parameters, ...tables, ...stages].map(([id, cause]) => `${id}: ${cause}`);
  return [...named, ...(hasOtherRules ? ["rules"] : []), ...(readsOtherwise ? ["words"] : [])];
}

const share = parameter("share", "1", [valued("0.5")]);

describe("two laws differ in", () => {
  it.each<[string, SchoolChange, readonly string[]]>([
    [
      "a value, by its cause",
      { parameters: [parameter("rate", "KZT", [valued("11")]), share] },
      ["rate: rates"],
    ],
    [
      "nothing, where the same digits are written otherwise",
      { parameters: [parameter("rate", "KZT", [valued("10.00", { source: "press" })]), share] },
      [],
    ],
    [
      "nothing, where a value is of another year or not yet known",
      {
        parameters: [
          parameter("rate", "KZT", [
            valued("10"),
            valued("12", { validFrom: "2027-01-01", validTo: "2028-01-01" }),
            valued("13", { knownFrom: "2027-01-01" }),
          ]),
          share,
        ],
      },
      [],
    ],
    [
      "rules, where a parameter has other dimensions",
      {
        parameters: [
          parameter("rate", "KZT", [valued("10", { key: { level: "basic" } })], "level"),
          share,
        ],
        formulas: [formula("worth", "KZT", "rate['basic'] * share")],
      },
      ["rate: rules", "rules"],
    ],
    [
      "rules, where the two say another cause of one parameter",
      { parameters: [{ ...parameter("rate", "KZT", [valued("11")]), cause: "envelope" }, share] },
      ["rate: rules"],
    ],
    [
      "nothing, where a formula and a parameter are added that nobody asks",
      {
        parameters: [...(BASE.parameters ?? []), parameter("more", "1", [valued("1")])],
        formulas: [...(BASE.formulas ?? []), formula("idle", "1", "more")],
      },
      [],
    ],
    [
      "rules, where a line is rounded otherwise",
      { lines: [line("l", "worth", { exists: "when", rounding: "up" })] },
      ["rules"],
    ],
    [
      "rules, where a formula reads otherwise",
      { formulas: [formula("worth", "KZT", "rate")] },
      ["rules"],
    ],
    [
      "words, where a list has a code more",
      {
        more: [
          {
            codeLists: [
              { codeList: "size", label: label("size"), codes: [{ code: "s", label: label("s") }] },
            ],
          },
        ],
      },
      ["rules", "words"],
    ],
    [
      "words, where a name is a formula in the one and a parameter in the other",
      {
        parameters: [parameter("worth", "KZT", [valued("10")]), ...(BASE.parameters ?? [])],
        formulas: [],
      },
      ["rules", "words"],
    ],
  ])("%s", (_, change, expected) => {
    expect(differencesOf(change)).toEqual(expected);
  });
});

describe("a mixture", () => {
  it("has what only one law has, unless the name is another's in the rules that hold", () => {
    const sides = sidesOf(BASE, {
      ...BASE,
      parameters: [
        ...(BASE.parameters ?? []),
        parameter("worth", "KZT", [valued("10")]),
        parameter("more", "1", [valued("1")]),
      ],
      formulas: [formula("other", "KZT", "worth")],
    });
    const namesIn = (hasLaterRules: boolean) => {
      const isTaken = (cause: string) => hasLaterRules && cause === "rules";
      const { parameters } = mixLaw(sides, compareLaws(sides), isTaken);
      return [[...parameters.keys()], [...mixRules(sides, isTaken).formulas.keys()]];
    };
    expect(namesIn(false)).toEqual([
      ["rate", "share", "more"],
      ["worth", "other"],
    ]);
    expect(namesIn(true)).toEqual([["rate", "share", "worth", "more"], ["other"]]);
  });

  it("takes values by their causes, one by one", () => {
    const sides = sidesOf(BASE, {
      ...BASE,
      parameters: [
        parameter("rate", "KZT", [valued("11")]),
        parameter("share", "1", [valued("1")]),
      ],
    });
    const { parameters } = mixLaw(sides, compareLaws(sides), (cause) => cause === "rates");
    expect([...parameters.values()].map(({ values }) => values[0]?.digits)).toEqual(["11", "0.5"]);
  });
});
