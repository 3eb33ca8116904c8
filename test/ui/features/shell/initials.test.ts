import { expect, it } from "vitest";

import { initialsOf } from "../../../../packages/ui/src/features/shell/initials.ts";

it.each([
  ["Айгерим Сериккызы", "АС"],
  ["Әлия Өтегенқызы Қайрат", "ӘӨ"],
  ["ольга", "О"],
  ["  ", ""],
  ["№ 5 Школа", "Ш"],
])("%s is known as %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
