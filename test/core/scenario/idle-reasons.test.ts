import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  type CalculationInputs,
  findIdleOverrides,
  IDLE_REASONS,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, baseWith, PARAMETERS, scenario } from "../../support/overridden-city.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  label,
  line,
  parameter,
  valued,
} from "../../support/school-methodology.ts";
import { stage } from "../../support/staged-city.ts";

type Document = Readonly<Record<string, unknown>>;

function reasons(overrides: readonly Document[], base: CalculationInputs = BASE) {
  const found = getValue(findIdleOverrides(base, scenario(overrides)));
  return found.map(({ why }) => [why.code, ...Object.values(why.facts)].join(" "));
}

const SHARES = parameter(
  "share",
  "1",
  [valued("1"), ...["state", "private"].map((ownership) => valued("1", { key: { ownership } }))],
  "ownership",
);

describe("an override changes nothing because", () => {
  const basic = { parameter: "rate", key: { level: "basic" } };
  const cell = { fact: "pupils", organisation: "a", key: { count: "january", level: "basic" } };

  it.each([
    ["the same value stands there", [{ ...basic, value: "2000.00" }], ["same-as-base 2000"]],
    ["the same count stands there", [{ ...cell, value: "20" }], ["same-as-base 20"]],
    [
      "there is no such cell anyway",
      [{ fact: "pupils", organisation: "c", key: cell.key, value: null }],
      ["same-as-base —"],
    ],
    [
      "the text says the same",
      [{ formula: "turn_in", expression: " turn" }],
      ["same-as-base turn"],
    ],
    ["the stage is on anyway", [{ switch: "floors", on: true }], ["same-as-base true"]],
    ["the stage is off anyway", [{ switch: "caps", on: false }], ["same-as-base false"]],
    [
      "a later value holds",
      [
        { ...basic, value: "1" },
        { ...basic, value: "5", reason: "later" },
      ],
      ["superseded later"],
    ],
    [
      "a later count holds",
      [
        { ...cell, value: "1" },
        { ...cell, value: "5", reason: "later" },
      ],
      ["superseded later"],
    ],
    [
      "a later text holds",
      [
        { formula: "worth", expression: "1 KZT" },
        { formula: "worth", expression: "2 KZT", reason: "later" },
      ],
      ["superseded later"],
    ],
    [
      "a later switch holds",
      [
        { switch: "floors", on: true },
        { switch: "floors", on: false, reason: "later" },
      ],
      ["superseded later"],
    ],
    [
      "a later limit holds",
      [{ envelope: "1" }, { envelope: "2", reason: "later" }],
      ["superseded later"],
    ],
    [
      "its days are not read, though those who would read it get the value of all",
      [{ parameter: "share", key: { ownership: "state" }, validFrom: "2026-03-01", value: "9" }],
      ["days-not-read 2026-03-01 2026-12-31"],
    ],
    [
      "its days are not read, on which the city could not be calculated",
      [
        { formula: "worth", expression: "1 KZT / slow" },
        { parameter: "slow", validFrom: "2026-03-01", value: "0" },
      ],
      ["days-not-read 2026-03-01 2026-12-31"],
    ],
    [
      "its days are not read",
      [{ parameter: "slow", validFrom: "2026-03-01", value: "9" }],
      ["days-not-read 2026-03-01 2026-12-31"],
    ],
    ["no line stands on the value", [{ parameter: "spare", value: "9" }], ["not-asked spare"]],
    [
      "no line stands on the text",
      [{ formula: "unasked", expression: "1 KZT" }],
      ["not-asked unasked"],
    ],
    [
      "more specific values stand",
      [{ parameter: "rate", value: "9" }],
      ["other-value-stands level=basic | level=primary"],
    ],
    [
      "nobody is counted under its key",
      [
        { formula: "worth", expression: "if(ownership = 'state', slow * 1 KZT, 0)" },
        { parameter: "share", key: { ownership: "private" }, value: "9" },
      ],
      ["not-asked share"],
    ],
    [
      "the floor is above it all",
      [
        { formula: "worth", expression: "0 KZT" },
        { fact: "pupils", organisation: "b", key: cell.key, value: "1" },
      ],
      ["absorbed pupils"],
    ],
    [
      "a stage changes no line",
      [
        { parameter: "slow", value: "0" },
        { switch: "floors", on: false },
      ],
      [],
    ],
  ] satisfies [string, Document[], string[]][])("%s", (_, overrides, told) => {
    expect(reasons(overrides)).toEqual(told);
  });

  it("nobody has the line that would read it", () => {
    const organisations = BASE.snapshot.organisations.filter(({ id }) => id !== "c");
    const others = PARAMETERS.filter((each) => each["parameter"] !== "share");
    const base = baseWith({ parameters: [...others, SHARES] }, { organisations });
    const override = { parameter: "share", key: { ownership: "private" }, value: "9" };
    expect(reasons([override], base)).toEqual(["nobody-there share"]);
  });

  it("the stage does nothing when it is on either", () => {
    const high = { formula: "worth", expression: "all_pupils * 0 KZT/pupil" };
    expect(reasons([high, { switch: "caps", on: true }])).toEqual(["stage-has-no-effect caps"]);
  });

  it("a product with zero absorbs it", () => {
    const nothing = { parameter: "slow", value: "0" };
    expect(reasons([nothing, { parameter: "share", value: "5" }])).toEqual(["absorbed share"]);
    const ofState = { parameter: "share", key: { ownership: "state" }, value: "5" };
    expect(reasons([nothing, ofState])).toEqual(["absorbed share"]);
    const doubled = {
      formula: "all_pupils",
      expression: "2 * sum(over count, level: pupils[count, level])",
    };
    expect(reasons([nothing, doubled])).toEqual(["absorbed all_pupils"]);
  });
});

describe("an override is read, or read by nobody,", () => {
  const extra = {
    ...{ exists: "when", tier: "preschool", budgetCode: KINDERGARTEN_CODE },
    ...{ when: "ownership = 'private'" },
  };
  const [all, worth, turn] = [
    formula("all_pupils", "pupil", "sum(over count, level: pupils[count, level])"),
    formula("worth", "KZT", "all_pupils * share[ownership] * slow * 1 KZT/pupil"),
    formula("turn_in", "1", "turn", { grain: ["month"], valuesOn: "month" }),
  ];
  const base = line("base", "sum(over count, level: rate[level] * pupils[count, level])");
  const given = line("given", "grant * 1 KZT", {
    ...{ exists: "when", tier: "overhead", when: "district = 'north'" },
  });
  const formulas = [all, worth, turn];
  const more = { formula: "worth", expression: "2 * all_pupils * 1 KZT/pupil" };
  const northern = { when: "district = 'north'", exists: "when" };
  const southern = {
    ...{ fact: "pupils", organisation: "b", value: "9" },
    key: { count: "january", level: "primary" },
  };

  it("where a line asks it that nobody has, or that somebody has without children", () => {
    const lines = [base, line("extra", "worth", extra), given];
    expect(reasons([more], baseWith({ formulas, lines }))).toEqual(["absorbed worth"]);
    const organisations = BASE.snapshot.organisations.filter(({ id }) => id !== "c");
    expect(reasons([more], baseWith({ formulas, lines }, { organisations }))).toEqual([
      "nobody-there worth",
    ]);
  });

  it("where a line asks it that others have", () => {
    const lines = [base, line("extra", "worth", extra), given];
    const grant = { fact: "grant", organisation: "b", value: "7" };
    expect(reasons([grant], baseWith({ formulas, lines }))).toEqual(["nobody-there grant"]);
    const ofSouth = line("given", "grant * 1 KZT", {
      ...{ exists: "when", tier: "overhead", when: "district = 'south'" },
    });
    const others = [base, line("extra", "worth", extra), ofSouth];
    const first = { ...grant, organisation: "a" };
    expect(reasons([first], baseWith({ formulas, lines: others }))).toEqual(["nobody-there grant"]);
  });

  it("where the city as a whole asks it, in a line or in a text", () => {
    const inLine = line("base", "5 KZT + 0 KZT/pupil * total(all_pupils)", northern);
    const inText = line("base", "heads", northern);
    const heads = formula("heads", "KZT", "5 KZT + 0 KZT/pupil * total(all_pupils)");
    const counted = line("base", "5 KZT + 0 KZT * count(all_pupils > 0 pupil)", northern);
    for (const asking of [inLine, inText, counted]) {
      const lines = [asking, line("extra", "worth", extra), given];
      const texts = asking === inText ? [...formulas, heads] : formulas;
      const law = baseWith({ formulas: texts, lines });
      expect(reasons([southern], law)).toEqual(["absorbed pupils"]);
    }
  });

  it("where only the others are asked", () => {
    const own = line("base", "5 KZT + 0 KZT/pupil * all_pupils", northern);
    const lines = [own, line("extra", "worth", extra), given];
    expect(reasons([southern], baseWith({ formulas, lines }))).toEqual(["nobody-there pupils"]);
  });

  it("by a stage, by who reports a fact, and by the headcount of a line", () => {
    const high = formula("high", "KZT", "9999999 KZT");
    const reports = formula("reports", "boolean", "ownership = 'state'");
    const heads = formula("heads", "pupil", "all_pupils");
    const counted = { ...base, headcount: "heads" };
    const grant = { fact: "grant", label: label("grant"), unit: "1", source: "facts" };
    const law = baseWith({
      formulas: [...formulas, high, reports, heads],
      lines: [counted, line("extra", "worth", extra), given],
      more: [
        {
          facts: [{ ...grant, reportedBy: "reports" }],
          stages: [stage("caps", 1, { kind: "cap", lines: ["base"], bound: "high" })],
        },
      ],
    });
    expect(reasons([{ formula: "high", expression: "8888888 KZT" }], law)).toEqual([
      "absorbed high",
    ]);
    const others = { formula: "reports", expression: "ownership = 'state' or false" };
    expect(reasons([others], law)).toEqual(["absorbed reports"]);
    expect(reasons([{ formula: "heads", expression: "2 * all_pupils" }], law)).toEqual([
      "absorbed heads",
    ]);
  });

  it("on other days than its own, or under another key", () => {
    const share = (...values: readonly Document[]) => {
      const others = PARAMETERS.filter((each) => each["parameter"] !== "share");
      const organisations = BASE.snapshot.organisations.filter(({ id }) => id !== "c");
      const parameters = [...others, parameter("share", "1", values, "ownership")];
      return baseWith({ parameters }, { organisations });
    };
    const key = { ownership: "private" };
    const days = { validFrom: "2026-03-01" };
    const ofState = { key: { ownership: "state" } };
    const early = share(valued("1", { ...ofState, validTo: "2026-03-01" }));
    const allYear = share(valued("1", ofState));
    for (const law of [early, allYear]) {
      expect(reasons([{ parameter: "share", key, ...days, value: "9" }], law)).toEqual([
        "nobody-there share",
      ]);
      expect(reasons([{ parameter: "share", ...ofState, ...days, value: "9" }], law)).toEqual([
        "days-not-read 2026-03-01 2026-12-31",
      ]);
    }
  });
});

it.each(["ru", "kk", "en"] as const)(
  "every reason has its sentence and its facts (%s)",
  async (language) => {
    const translate = await createTranslate(language);
    for (const [code, facts] of Object.entries(IDLE_REASONS)) {
      const values = Object.fromEntries(facts.map((fact) => [fact, `<${fact}>`]));
      const text = translate(`idle.${code}`, values);
      for (const fact of facts) expect(text).toContain(`<${fact}>`);
      expect(text).not.toContain("{{");
    }
  },
);
