import { describe, expect, it } from "vitest";

import {
  partsOf,
  questionOf,
} from "../../../../packages/ui/src/features/explanation/figure-question.ts";
import {
  formatAverageOf,
  headcountOf,
  shownFigure,
} from "../../../../packages/ui/src/features/explanation/shown-figure.ts";
import type { ActiveFigure } from "../../../../packages/ui/src/features/workbook/workbook-context.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS } from "../../support/small-run.ts";

const BY_DISTRICT = { group: "district", shownMembers: null } as const;
const SCHOOL = { rowKind: "organisation", id: "001" } as const;
const CITY = { rowKind: "city", id: "" } as const;

describe("the figure of the head is exact, with its unit", () => {
  it.each<[ActiveFigure, string]>([
    [{ ...SCHOOL, columnId: "total" }, "731\u202F136\u202F005,00\u202F₸"],
    [{ ...SCHOOL, columnId: "headcount" }, "1\u202F536,00\u202Fчел."],
    [{ ...SCHOOL, columnId: "perHead" }, "476\u202F000,00\u202F₸"],
    [{ ...CITY, columnId: "headcount" }, "1\u202F547,67\u202Fчел."],
    [{ ...CITY, columnId: "total" }, "732\u202F136\u202F135,46\u202F₸"],
    [{ ...SCHOOL, columnId: "tier:preschool" }, "—"],
    [{ rowKind: "citywide", id: "", columnId: "perHead" }, "—"],
  ])("%o", (figure, expected) => {
    const question = questionOf(figure, COLUMNS, BY_DISTRICT);
    const words = { columns: COLUMNS, ...BY_DISTRICT, language: "ru" } as const;
    const translate = texts.getFixedT("ru");
    expect(shownFigure(figure, question, { ...words, translate })).toBe(expected);
  });
});

it("people add up exactly, thirds among them", () => {
  const people = headcountOf(partsOf({ ...CITY, columnId: "headcount" }, COLUMNS, BY_DISTRICT));
  expect(people).toEqual({ numerator: 4643n, denominator: 3n });
  if (people !== undefined) expect(formatAverageOf(people, "en")).toBe("1,547.67");
  expect(headcountOf([])).toBeUndefined();
});
