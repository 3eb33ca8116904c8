import { expect, it } from "vitest";

import { isEmail } from "../../../../packages/ui/src/features/sign-in/is-email.ts";

it.each([
  ["a.serikova@example.kz", true],
  [" a@b.kz ", true],
  ["a@b", false],
  ["a b@c.kz", false],
  ["", false],
])("%s may be an address: %s", (text, expected) => {
  expect(isEmail(text)).toBe(expected);
});
