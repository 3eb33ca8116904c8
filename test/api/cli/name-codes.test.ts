import { describe, expect, it } from "vitest";
import { readLevers } from "../../../packages/api/src/cli/lever-options.ts";
import { nameCodes } from "../../../packages/api/src/cli/name-codes.ts";
import { getValue } from "../../support/get-value.ts";
import { line, parameter, parseSchool, valued } from "../../support/school-methodology.ts";

const LAW = getValue(
  parseSchool({
    parameters: [
      parameter("rate", "KZT/pupil", [valued("1000", { key: { level: "basic" } })], "level"),
      parameter("flat", "KZT/pupil", [valued("1000")], "level"),
    ],
    lines: [line("amount", "10 KZT")],
  }),
);

describe("codes of a lever", () => {
  it.each(["rate[level=basic]", "rate[basic]", "rate['basic']", 'rate[ "basic" ]'])(
    "are the same, written as %s",
    (written) => {
      const [lever] = getValue(named(written));
      expect(lever?.values).toEqual([
        {
          target: {
            ...{ parameter: "rate", key: new Map([["level", "basic"]]) },
            ...{ validFrom: undefined, validTo: undefined },
          },
          ...{ factor: undefined, step: undefined, place: {} },
        },
      ]);
    },
  );

  it("may be left out where the law has a value for every code", () => {
    expect(getValue(named("flat"))[0]?.values[0]?.target.key).toEqual(new Map());
  });

  it("are left to whoever looks for values where the parameter is not there", () => {
    expect(named("nothing[basic]").ok).toBe(true);
  });

  it.each(["rate", "rate[basic,primary]"])("are refused as %s, with what is expected", (text) => {
    const found = named(text);
    expect(found.ok ? [] : found.issues).toMatchObject([
      {
        code: "option-malformed",
        facts: { option: "--lever", value: text, expected: "rate[level=basic]" },
      },
    ]);
  });
});

function named(text: string) {
  const levers = getValue(readLevers({ inOrder: [`lever=${text}`, "greatest=9"] }));
  return nameCodes(levers, LAW);
}
