import { expect, it } from "vitest";

import { formatMoneyChange } from "../../../../packages/ui/src/features/scenarios/signed-money.ts";

it.each([
  [1_200_000n, "+12\u202F000,00"],
  [-1_200_000n, "\u221212\u202F000,00"],
  [0n, "0,00"],
])("a change of %d tiyn is written %s", (tiyn, text) => {
  expect(formatMoneyChange(tiyn, "tenge", "ru")).toBe(text);
});
