import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  foldText,
  holdsNeedle,
  isNarrower,
  mayBeFigure,
  needlesOf,
} from "../../../../packages/ui/src/grid/search/search-text.ts";
import type { Language } from "../../../../packages/ui/src/i18n/language.ts";

function finds(typed: string, text: string, isWhole = false, language: Language = "ru"): boolean {
  return holdsNeedle(foldText(text, language), needlesOf(typed, isWhole, language));
}

type Found = readonly [typed: string, text: string, isWhole?: boolean, language?: Language];

describe("a text that is looked for", () => {
  it.each([
    ["731136", "731\u202F136,0"],
    ["731 136", "731\u202F136,0"],
    ["731 1", "731\u202F136,0"],
    ["731136.0", "731\u202F136,0"],
    ["-13", "\u221213\u202F099,4"],
    ["13,099", "13\u202F099,4", false, "en"],
    ["731,136.0", "731,136.0", false, "en"],
    ["731136,0", "731,136.0", false, "en"],
    ["тёплая", "Теплая"],
    ["ШКОЛА-ЛИЦЕЙ", "Школа‑лицей №\u00A0488"],
    ["№488", "ОШ № 488"],
    ["0,86%", "+0,86\u202F%"],
    ["ғабит", "Ғабит"],
  ] satisfies readonly Found[])("finds %s in %s", (...[typed, text, isWhole, language]: Found) => {
    expect(finds(typed, text, isWhole, language)).toBe(true);
  });

  it.each([
    ["731137", "731\u202F136,0"],
    ["488 1", "ОШ № 488"],
    ["13", "1,3"],
  ])("does not find %s in %s", (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it("is the whole cell where that is asked, and zeros behind the decimal sign say nothing", () => {
    expect(finds("731136", "731\u202F136,00", true)).toBe(true);
    expect(finds("731 136 ₸", "731\u202F136,00", true)).toBe(true);
    expect(finds("73113", "731\u202F136,00", true)).toBe(false);
    expect(finds("136", "731\u202F136,00", true)).toBe(false);
  });

  it("is nothing where only spaces were typed", () => {
    expect(needlesOf(" \u00A0", false, "ru").texts).toEqual([]);
  });

  it("with a letter in it is in no figure", () => {
    expect(mayBeFigure(needlesOf("5 лет", false, "ru"))).toBe(false);
    expect(mayBeFigure(needlesOf("5", false, "ru"))).toBe(true);
  });
});

describe("laws", () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("1234567890 ,.-−№Ёе\u202Fа")) });

  it("a text is found in itself, and folding it again changes nothing", () => {
    fc.assert(
      fc.property(text, (written) => {
        const folded = foldText(written, "ru");
        expect(foldText(folded, "ru")).toBe(folded);
        if (folded !== "") expect(finds(written, written)).toBe(true);
      }),
    );
  });

  it("each letter of the folded text stands where it is said to come from", () => {
    fc.assert(
      fc.property(text, (written) => {
        const origins: number[] = [];
        const folded = foldText(written, "ru", origins);
        expect(origins).toHaveLength(folded.length);
        expect([...origins].sort((left, right) => left - right)).toEqual(origins);
      }),
    );
  });

  it("what narrower needles find, the wider ones found before", () => {
    fc.assert(
      fc.property(text, text, text, (typed, added, searched) => {
        const [earlier, later] = [typed, typed + added].map((part) => needlesOf(part, false, "ru"));
        if (earlier === undefined || later === undefined || !isNarrower(later, earlier)) return;
        const folded = foldText(searched, "ru");
        expect(!holdsNeedle(folded, later) || holdsNeedle(folded, earlier)).toBe(true);
      }),
    );
  });
});
