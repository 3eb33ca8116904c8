import { describe, expect, it } from "vitest";

import { partsOf } from "../../../../packages/ui/src/features/explanation/figure-question.ts";
import type { FigureWords } from "../../../../packages/ui/src/features/explanation/figure-words.ts";
import { partRows } from "../../../../packages/ui/src/features/explanation/part-rows.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

const BY_DISTRICT = { group: "district", shownMembers: null } as const;
const translate = texts.getFixedT("ru");
const WORDS: FigureWords = {
  ...{ run: RUN, columns: COLUMNS, names: NAMES, language: "ru", ...BY_DISTRICT, translate },
};
const CITY = partsOf({ rowKind: "city", id: "", columnId: "total" }, COLUMNS, BY_DISTRICT);

describe("a sum is told", () => {
  it("by its lines where they are of one tier", () => {
    const [school] = CITY;
    if (school === undefined) throw new Error("the city has a line");
    expect(partRows([school], WORDS)).toMatchObject([
      { columnId: "line:secondary/04.2.360.040/formula", title: "Школа", organisationCount: 1 },
    ]);
  });

  it("by its tiers where there are several, a tier of one line by that line", () => {
    const [school] = CITY;
    if (school === undefined) throw new Error("the city has a line");
    const other = { ...school, column: { ...school.column, line: "secondary/other/formula" } };
    const rows = partRows([...CITY, other], WORDS);
    expect(rows.map(({ title }) => title)).toContain("Среднее образование");
    expect(rows.map(({ title }) => title)).toContain("Сад");
    expect(rows.find(({ columnId }) => columnId === "tier:secondary")).toMatchObject({
      ...{ amountTiyn: 2n * school.amountTiyn, headcounts: ["1536", "1536"] },
      organisationCount: undefined,
    });
  });

  it("in rows that add up to the whole", () => {
    const sum = partRows(CITY, WORDS).reduce((total, { amountTiyn }) => total + amountTiyn, 0n);
    expect(`${sum}`).toBe(RUN.totalTiyn);
  });
});
