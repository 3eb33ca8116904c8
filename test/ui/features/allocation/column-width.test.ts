import { describe, expect, it } from "vitest";

import { columnWidth } from "../../../../packages/ui/src/features/allocation/column-width.ts";

const content = { header: "ООП", figure: "1,0", hasArrow: false, isPart: false };

describe("the width of a column", () => {
  it("grows with its longest figure", () => {
    const tenge = columnWidth({ ...content, figure: "431 539 534 616,52" });
    expect(tenge).toBeGreaterThan(columnWidth({ ...content, figure: "431 539 534,6" }));
  });

  it("does not follow the long names of lines", () => {
    const long = { ...content, header: "Подушевое финансирование государственной школы" };
    expect(columnWidth({ ...long, isPart: true })).toBeLessThan(columnWidth(long));
  });
});
