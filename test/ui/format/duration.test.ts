import { expect, it } from "vitest";

import { formatCountdown } from "../../../packages/ui/src/format/duration.ts";

it.each([
  [28_000, "0:28"],
  [27_001, "0:28"],
  [845_000, "14:05"],
  [0, "0:00"],
  [-5, "0:00"],
])("%s ms are told as %s", (milliseconds, told) => {
  expect(formatCountdown(milliseconds)).toBe(told);
});
