import { describe, expect, it } from "vitest";
import { openCityLines } from "../../../../packages/core/src/calculation/columns/city-lines.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { createDomain } from "../../../../packages/core/src/calculation/columns/domain.ts";
import {
  createDomainSharing,
  existsAt,
  tiynAt,
} from "../../../../packages/core/src/calculation/columns/line-column.ts";
import { present } from "../../../../packages/core/src/kernel/index.ts";
import { rowTexts } from "../../../support/number-columns.ts";
import { planOfNumber, THREE_SCHOOLS } from "../../../support/three-schools.ts";

type Line = Readonly<Record<string, unknown>>;

function columnOf(expression: string, ofLine: Line = {}) {
  const plan = planOfNumber(expression, {}, ofLine);
  const columns = columnsOfRegister(plan, THREE_SCHOOLS);
  const city = openCityLines(plan, columns);
  return { plan, columns, city, line: () => city.lines.get("amount") };
}

function amountsOf(expression: string, ofLine: Line = {}): readonly bigint[] {
  const column = present(columnOf(expression, ofLine).line(), "the line is in columns");
  const values = present(column.current(), "every amount is there");
  return Array.from(column.organisations, (_, row) => tiynAt(values.amounts, row));
}

describe("a line of a city", () => {
  it("is of those to whom it applies, in their order", () => {
    const { line } = columnOf("all_pupils", { when: "ownership = 'state'", exists: "counted" });
    expect(line()?.organisations).toEqual(Int32Array.of(0, 2));
    expect(rowTexts(present(line()?.current()?.tenge, "amounts"))).toEqual(["100", "0"]);
    expect(line()?.current()?.exists).toEqual(Uint8Array.of(1, 0));
  });

  it("is of nobody where it applies to nobody", () => {
    const { line } = columnOf("all_pupils", { when: "false" });
    expect(line()?.organisations).toHaveLength(0);
    expect(line()?.current()?.amounts).toHaveLength(0);
  });

  it("is there for all of them, or for those whom a count reached", () => {
    const existsOf = (exists: string, text = "all_pupils") =>
      columnOf(text, { exists }).line()?.current()?.exists;
    expect(existsOf("when")).toBe(true);
    expect(existsOf("counted")).toEqual(Uint8Array.of(1, 1, 0));
    expect(existsOf("counted", "1")).toBe(false);
    expect([true, false].map((exists) => existsAt(exists, 0))).toEqual([true, false]);
    expect([0, 1].map((row) => existsAt(Uint8Array.of(0, 1), row))).toEqual([false, true]);
  });

  it("has no values while one of them is missing", () => {
    expect(columnOf("1 / all_pupils").line()?.current()).toBeUndefined();
    expect(columnOf("1 / all_pupils", { when: "all_pupils > 0" }).line()?.current()).toBeDefined();
  });

  it("is not in columns while its condition has no answer", () => {
    expect(columnOf("1", { when: "capacity > 5 pupil" }).line()).toBeUndefined();
  });
});

describe("amounts are rounded once, to whole tiyn", () => {
  it.each([
    ["all_pupils / 3", "half-up", [3_333n, 667n, 0n]],
    ["all_pupils / 3", "up", [3_334n, 667n, 0n]],
    ["-(all_pupils) / 3", "half-up", [-3_333n, -667n, 0n]],
    ["-(all_pupils) / 3", "down", [-3_333n, -666n, 0n]],
    ["0.005 + all_pupils", "half-up", [10_001n, 2_001n, 1n]],
    ["0.005 + all_pupils", "half-even", [10_000n, 2_000n, 0n]],
    ["all_pupils", "half-up", [10_000n, 2_000n, 0n]],
    ["all_pupils / 4", "half-up", [2_500n, 500n, 0n]],
    ["all_pupils * 100000000000000000", "half-up", [10n ** 21n, 2n * 10n ** 20n, 0n]],
    // At 2^52 tiyn, and a tiyn beyond it.
    ["45035996273704.96 + 0 * all_pupils", "half-up", Array.from({ length: 3 }, () => 2n ** 52n)],
    ["45035996273704.97", "half-up", Array.from({ length: 3 }, () => 2n ** 52n + 1n)],
    ["45035996273705", "half-up", Array.from({ length: 3 }, () => 2n ** 52n + 4n)],
    ["1 / 4503599627370497 + all_pupils", "up", [10_001n, 2_001n, 1n]],
  ])("%s %s", (text, rounding, expected) => {
    expect(amountsOf(text, { rounding })).toEqual(expected);
  });
});

describe("people of a line", () => {
  const of = (headcount?: string) =>
    columnOf("all_pupils", headcount === undefined ? {} : { headcount })
      .line()
      ?.current();

  it("are those of all to whom it applies", () => {
    const found = of("sum(over count, level: pupils[count, level]) / 2")?.headcounts;
    expect(found && rowTexts(found)).toEqual(["50", "10", "0"]);
  });

  it("are none where it counts nobody", () => {
    expect(of()).toMatchObject({ headcounts: undefined });
  });

  it("leave the line without values while one is missing", () => {
    expect(of("capacity / 2")).toBeUndefined();
    expect(of("pupils['january', 'primary'] / none")).toBeUndefined();
  });
});

describe("to whom a line applies", () => {
  it("is settled for good where no value changes it", () => {
    const { line } = columnOf("all_pupils", { when: "ownership = 'state'" });
    expect([line()?.isStatic, line()?.isSettled()]).toEqual([true, true]);
  });

  it("is settled until a value changes it", () => {
    const { city, columns, line } = columnOf("all_pupils", { when: "all_pupils > 15" });
    const before = line();
    expect([before?.isStatic, before?.isSettled()]).toEqual([false, true]);
    const other = planOfNumber("all_pupils", {}, { when: "all_pupils > 15 * (1 + none)" });
    city.change(other, columns.facts);
    expect(line()).not.toBe(before);
    expect(line()?.organisations).toEqual(Int32Array.of(0, 1));
  });
});

it("organisations that are the same have the same rows", () => {
  const codes = Int32Array.of(0, 1, 2);
  const everybody = createDomain(3, new Map([["organisation", { codes, count: 3 }]]));
  const { share } = createDomainSharing(everybody);
  expect(share(Int32Array.of(0, 1, 2))).toBe(everybody);
  const some = share(Int32Array.of(0, 2));
  expect(some.keys.get("organisation")?.codes).toEqual(Int32Array.of(0, 2));
  expect(share(Int32Array.of(0, 2))).toBe(some);
  expect(share(Int32Array.of(0, 1))).not.toBe(some);
  expect(share(Int32Array.of(0))).not.toBe(some);
});
