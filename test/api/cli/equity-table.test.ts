import { describe, expect, it } from "vitest";
import { equityCsv } from "../../../packages/api/src/cli/equity-table.ts";
import { type EquityFigure, type Language, tiyn } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { parseSchool } from "../../support/school-methodology.ts";

const PER_PUPIL = "KZT/pupil/year";

describe("a figure of equity", () => {
  it.each<[string, EquityFigure["value"], string, string]>([
    ["an amount", { kind: "amount", amount: tiyn(12_345n) }, "123.45", "123.45"],
    [
      "money per head",
      number(200n, 3n, PER_PUPIL),
      "66.67",
      "66.66666666666666666666666666666666…",
    ],
    ["whole money per head", number(70n, 1n, PER_PUPIL), "70.00", "70"],
    ["people", number(5n, 2n, "pupil"), "2.50", "2.5"],
    ["a number of organisations", number(12n, 1n, "1"), "12", "12"],
    ["a part", number(-1n, 8n, "1"), "-0.125000", "-0.125"],
    ["a root", { kind: "root", digits: "0.088004593899" }, "0.088005", "0.088004593899"],
  ])("is rounded for people and kept exact beside it: %s", async (_, value, rounded, exact) => {
    const row = await rowOf({ id: "mean", of: {}, value }, "en");
    expect([row["value"], row["exact"]]).toEqual([rounded, exact]);
  });

  it("has its unit and its members in words", async () => {
    const of = { tier: "secondary", size: "300-1000", payer: "cap+envelope" };
    const value = number(1n, 1n, PER_PUPIL);
    const row = await rowOf({ id: "mean", of, value }, "ru");
    expect(row).toMatchObject({
      ...{ tier: "secondary", size: "300-1000", name: "На ребёнка в среднем" },
      whose:
        "Secondary (ru), детей от 300 до 1\u202F000, бюджет и организации, у которых снято сверх верхней границы",
      ...{ unit: PER_PUPIL, unit_name: "₸/чел./год" },
    });
  });

  it("says of the last size where it begins, and of an empty member that it is not said", async () => {
    const of = { kind: "", size: "2000+", district: "north", stage: "floor" };
    const row = await rowOf({ id: "mean", of, value: number(1n, 1n, "1") }, "en");
    expect(row["whose"]).toBe("Not said, from 2,000 children on, north (en), floor");
  });

  it("that cannot be said has its reason in place of a value", async () => {
    const value = { kind: "absent", reason: "nobody-counted" } as const;
    expect(await rowOf({ id: "mean", of: {}, value }, "en")).toMatchObject({
      ...{ value: "", exact: "", absent: "nobody-counted", why: "there are no children" },
      whose: "The city",
    });
  });
});

function number(numerator: bigint, denominator: bigint, unit: string): EquityFigure["value"] {
  return { kind: "number", value: { numerator, denominator }, unit };
}

async function rowOf(figure: EquityFigure, language: Language) {
  const { context } = await commandContext(language);
  const { columns, rows } = equityCsv([figure], getValue(parseSchool()), context);
  const [row = []] = [...rows];
  return Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ""]));
}
