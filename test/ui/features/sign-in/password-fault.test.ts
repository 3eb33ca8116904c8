import { expect, it } from "vitest";

import { findPasswordFault } from "../../../../packages/ui/src/features/sign-in/password-fault.ts";

it.each([
  ["", "password.missing"],
  ["одиннадцать", "password.short"],
  ["👍👍👍👍👍👍👍", "password.short"],
  ["двенадцать12", undefined],
  ["а".repeat(128), undefined],
  ["а".repeat(129), "password.long"],
])("%s has the fault %s", (password, fault) => {
  expect(findPasswordFault(password)).toBe(fault);
});
