import { describe, expect, it } from "vitest";
import {
  applyScenario,
  asOf,
  identifyScenario,
  rebaseScenario,
  targetOf,
} from "../../../packages/core/src/index.ts";
import {
  BASE,
  baseWith,
  faultText,
  linesUnder,
  randomScenario,
  scenario,
} from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";
import { formula, parameter, valued } from "../../support/school-methodology.ts";
import { factRow, organisation, pupils } from "../../support/school-register.ts";

type Document = Readonly<Record<string, unknown>>;

/** The next register: b is gone, a has other counts. */
const LATER = baseWith(
  {},
  {
    organisations: [
      organisation(),
      organisation({ id: "c", attributes: { ownership: "private" } }),
    ],
    headcounts: [
      pupils("a", "2026-01-01", "primary", 12),
      pupils("a", "2026-09-05", "basic", 40),
      pupils("a", "2026-09-05", "primary", 30),
    ],
    facts: [factRow("a", "grant", "3")],
  },
);

function rebase(overrides: readonly Document[], to = LATER) {
  const { scenario: kept, gone, moved, settled } = rebaseScenario(scenario(overrides), BASE, to);
  return {
    kept: kept.overrides.map(targetOf),
    gone: gone.flatMap(({ issues }) => issues.map(faultText)),
    moved: moved.map(({ override, before, now }) => {
      const texts = [before, now].map((each) => each.map(({ value }) => value).join("|") || "—");
      return `${targetOf(override)}: ${texts.join(" → ")}`;
    }),
    settled: settled.map(targetOf),
  };
}

const cell = (organisationId: string, level: string, value: string | null) => ({
  ...{ fact: "pupils", organisation: organisationId, value },
  key: { count: "january", level },
});

describe("a scenario on a new register", () => {
  it("loses what is about those who are gone, and tells what stands on other counts", () => {
    expect(
      rebase([
        cell("a", "primary", "15"),
        cell("b", "primary", "5"),
        cell("a", "basic", "20"),
        { fact: "grant", organisation: "a", value: "3.0" },
        { parameter: "slow", value: "9" },
      ]),
    ).toEqual({
      kept: [
        ...[
          "fact a pupils[count=january;level=primary]",
          "fact a pupils[count=january;level=basic]",
        ],
        ...["fact a grant", "parameter slow"],
      ],
      gone: ["organisation-absent at overrides.1.organisation"],
      moved: [
        "fact a pupils[count=january;level=primary]: 10 → 12",
        "fact a pupils[count=january;level=basic]: 20 → —",
      ],
      settled: ["fact a grant"],
    });
  });

  it("has nothing moved of what did not fit before and fits now", () => {
    const { organisations } = BASE.snapshot;
    const newcomer = organisation({ id: "d" });
    const counts = [pupils("d", "2026-01-01", "primary", 3)];
    const later = baseWith({}, { organisations: [...organisations, newcomer], headcounts: counts });
    expect(rebase([cell("d", "primary", "4")], later)).toEqual({
      kept: ["fact d pupils[count=january;level=primary]"],
      ...{ gone: [], moved: [], settled: [] },
    });
  });

  it("a cell that should go and has gone is settled", () => {
    expect(rebase([cell("a", "basic", null)])).toMatchObject({
      ...{ moved: [], settled: ["fact a pupils[count=january;level=basic]"] },
    });
  });
});

describe("a scenario on another law", () => {
  const formulas = [
    formula("all_pupils", "pupil", "sum(over count, level: pupils[count, level])"),
    formula("worth", "KZT", "2 KZT"),
    formula("turn_in", "1", "turn", { grain: ["month"], valuesOn: "month" }),
  ];
  const parameters = [
    parameter(
      "rate",
      "KZT/pupil",
      [valued("1000"), valued("7", { key: { level: "basic" } })],
      "level",
    ),
    ...["share", "slow"].map((name) => parameter(name, "1", [valued("1")])),
    parameter("turn", "1", [valued("1")]),
  ];
  const law = baseWith({ formulas, parameters });

  it("is not settled in a text that its own later text takes away", () => {
    const texts = ["3 KZT", "2 KZT"].map((expression) => ({ formula: "worth", expression }));
    const { settled, kept } = rebase(texts, law);
    expect(kept).toEqual(["formula worth", "formula worth"]);
    expect(settled).toEqual(["formula worth"]);
  });

  it("tells texts and values that became law, those that changed and those that went", () => {
    const told = rebase(
      [
        { formula: "worth", expression: "2   KZT" },
        { formula: "unasked", expression: "worth" },
        { formula: "all_pupils", expression: "pupils['january', 'basic']" },
        { parameter: "rate", key: { level: "basic" }, value: "7.0" },
        { parameter: "turn", validFrom: "2026-07-01", value: "5" },
        { parameter: "spare", value: "5" },
        { switch: "floors", on: true },
        { envelope: "1" },
      ],
      law,
    );
    expect(told.gone).toEqual([
      "formula-unknown at overrides.1.formula",
      "reference-unknown at overrides.5.parameter",
    ]);
    expect(told.settled).toEqual(["formula worth", "parameter rate[level=basic]", "switch floors"]);
    expect(told.moved).toEqual(["parameter turn: 2 → 1"]);
  });

  it("what stood on an override that went goes with it", () => {
    const halves = [
      { parameter: "turn", value: "1", validFrom: "2026-07-01" },
      { parameter: "turn", value: "3" },
    ];
    // Over the new law the first one is outside the year that is asked for.
    const next = { ...BASE, asOf: asOf(2027) };
    const told = rebaseScenario(scenario(halves), BASE, next);
    expect(told.gone.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ["override-outside-year"],
    ]);
    expect(told.scenario.overrides).toHaveLength(1);
  });
});

describe("laws", () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed + 1300);

  it.each(seeds)(
    "what is kept applies, and over the same base nothing is lost or moved (%i)",
    (seed) => {
      const made = randomScenario(createRandom(seed));
      const onto = rebaseScenario(made, BASE, LATER);
      expect(applyScenario(LATER, onto.scenario).ok).toBe(true);
      const again = rebaseScenario(made, BASE, BASE);
      expect(again.moved).toEqual([]);
      if (!applyScenario(BASE, made).ok) {
        expect(again.gone.length).toBeGreaterThan(0);
        return;
      }
      expect(again.scenario).toEqual(made);
      expect(identifyScenario(BASE, again.scenario)).toBe(identifyScenario(BASE, made));
      const settled = { ...made, parent: undefined, overrides: again.settled };
      const alone = applyScenario(BASE, settled);
      if (alone.ok) expect(linesUnder(alone.value.inputs)).toEqual(linesUnder(BASE));
    },
  );
});
