import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  type CalculationInputs,
  findIdleOverrides,
  IDLE_REASONS,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, baseWith, PARAMETERS, scenario } from "../../support/overridden-city.ts";
import { parameter, valued } from "../../support/school-methodology.ts";

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
    const doubled = {
      formula: "all_pupils",
      expression: "2 * sum(over count, level: pupils[count, level])",
    };
    expect(reasons([nothing, doubled])).toEqual(["absorbed all_pupils"]);
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
