import { describe, expect, it } from "vitest";

import {
  capitalised,
  shortName,
} from "../../../../packages/ui/src/features/allocation/short-name.ts";

describe("a short name", () => {
  it.each([
    ["КГУ «Гимназия № 5»", "Гимназия № 5"],
    ["«№ 5 гимназия» КММ", "№ 5 гимназия"],
    ["ТОО «Сад «Балапан»»", "Сад «Балапан»"],
    ["Клуб № 3", "Клуб № 3"],
  ])("leaves the legal form out: %s", (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it("begins with a capital letter in each language", () => {
    expect(["өнер мектебі", "ясли-сад", ""].map(capitalised)).toEqual([
      "Өнер мектебі",
      "Ясли-сад",
      "",
    ]);
  });
});
