/** Sides of comparisons made of amounts alone, by hand and at random. */
import fc from "fast-check";
import { type ComparedSide, sumTiyn, type Tiyn, tiyn } from "../../packages/core/src/index.ts";

/**
 * Lines by formula from `organisation|tier|code` and tiyn; `south` are the organisations there, all
 * others are in the north.
 */
export function comparedSide(
  amounts: Readonly<Record<string, bigint>>,
  districts: Readonly<Record<string, string>> = {},
): ComparedSide {
  const lines = Object.entries(amounts).map(([name, amount]) => {
    const [organisationId = "", tier = "", budgetCode = ""] = name.split("|");
    const line = { organisationId, tier, budgetCode, method: "formula" as const };
    return { ...line, amount: tiyn(amount), childMonths: undefined };
  });
  const ids = new Set(lines.map(({ organisationId }) => organisationId));
  return {
    budgetYear: 2026,
    lines,
    total: sumTiyn(lines.map((line): Tiyn => line.amount)),
    districts: new Map([...ids].map((id) => [id, districts[id] ?? "north"])),
  };
}

/** So many sides of a few organisations, tiers and programmes. */
export function comparedSides({
  least,
  most,
}: {
  readonly least: number;
  readonly most: number;
}): fc.Arbitrary<readonly ComparedSide[]> {
  const name = fc
    .tuple(
      fc.constantFrom("", "a", "b", "c", "d"),
      fc.constantFrom("preschool", "secondary"),
      fc.constantFrom("1", "2"),
    )
    .map((parts) => parts.join("|"));
  const side = fc
    .tuple(
      fc.dictionary(name, fc.bigInt({ min: -500n, max: 1000n }), { maxKeys: 12 }),
      fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("south", "east")),
    )
    .map(([amounts, districts]) => comparedSide(amounts, districts));
  return fc.array(side, { minLength: least, maxLength: most });
}
