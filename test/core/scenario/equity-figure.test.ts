import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  EQUITY_ABSENCES,
  EQUITY_FIGURES,
  WHOLE_REASONS,
} from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { shareOf } from "../../../packages/core/src/scenario/equity-figure.ts";
import { ROOT } from "../../../scripts/source-files.ts";
import { equityText } from "../../support/equity-text.ts";

type Texts = {
  readonly compare: { readonly whole: Readonly<Record<string, string>> };
  readonly equity: {
    readonly figure: Readonly<
      Record<string, { readonly name: string; readonly definition: string }>
    >;
    readonly absent: Readonly<Record<string, string>>;
  };
};

const LANGUAGES = ["ru", "kk", "en"];

describe.each(LANGUAGES)("in %s", (language) => {
  const file = readFileSync(`${ROOT}packages/core/text/${language}.json`, "utf8");
  const { compare, equity } = JSON.parse(file) as Texts;

  it("every figure has a name and a definition, and no other has", () => {
    expect(Object.keys(equity.figure).sort()).toEqual([...EQUITY_FIGURES].sort());
    const definitions = Object.values(equity.figure).map(({ definition }) => definition);
    expect(definitions.filter((text) => !text.endsWith("."))).toEqual([]);
  });

  it("every reason for what is absent, or told whole, has its words", () => {
    expect(Object.keys(equity.absent).sort()).toEqual([...EQUITY_ABSENCES].sort());
    expect(Object.keys(compare.whole).sort()).toEqual([...WHOLE_REASONS].sort());
  });
});

it("a part of less than one is a part", () => {
  expect(equityText(shareOf(ratioOf(1n, 8n), ratioOf(1n, 4n)))).toBe("0.5");
  expect(equityText(shareOf(ratioOf(3n, 5n), ratioOf(6n, 5n)))).toBe("0.5");
});

it("a part of nothing is absent, never zero", () => {
  expect(shareOf(ratioOf(3n, 2n), ratioOf(6n))).toMatchObject({ kind: "number" });
  for (const whole of [0n, -1n]) {
    expect(shareOf(ratioOf(3n), ratioOf(whole))).toEqual({
      ...{ kind: "absent", reason: "not-above-zero" },
    });
  }
});
