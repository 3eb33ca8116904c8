import fc from "fast-check";
import { expect, it } from "vitest";

import type { RunColumns } from "../../../../packages/api/src/contract.ts";
import { memberAmounts } from "../../../../packages/ui/src/features/explanation/member-amounts.ts";
import { COLUMNS } from "../../support/small-run.ts";

const LINE = "secondary/04.2.360.040/formula";

it("the largest come first, of equal ones the smaller id", () => {
  const { largest, restCount } = memberAmounts(cityOf([5n, 9n, 9n]), LINE, () => true);
  expect(largest.map(({ id }) => id)).toEqual(["1", "2", "0"]);
  expect(restCount).toBe(0);
});

it("only members have a share", () => {
  const { largest } = memberAmounts(cityOf([5n, 9n, 7n]), LINE, (row) => row !== 1);
  expect(largest.map(({ amountTiyn }) => amountTiyn)).toEqual([7n, 5n]);
  expect(memberAmounts(COLUMNS, "no line", () => true).largest).toEqual([]);
});

it("law: the largest and the rest add up to the line", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -1000n, max: 1000n }), { maxLength: 30 }), (amounts) => {
      const { largest, restCount, restTiyn } = memberAmounts(cityOf(amounts), LINE, () => true);
      const shown = largest.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
      expect(shown + restTiyn).toBe(amounts.reduce((sum, amount) => sum + amount, 0n));
      expect(largest.length + restCount).toBe(amounts.length);
    }),
  );
});

function cityOf(amounts: readonly bigint[]): RunColumns {
  const [school] = COLUMNS.lines;
  if (school === undefined) throw new Error("the run has a line");
  return {
    ...COLUMNS,
    organisations: { ...COLUMNS.organisations, ids: amounts.map((_, row) => `${row}`) },
    lines: [{ ...school, rows: amounts.map((_, row) => row), amountsTiyn: amounts.map(String) }],
  };
}
