import { describe, expect, it } from "vitest";

import { columnWidth } from "../../../../packages/ui/src/features/allocation/column-width.ts";

const content = { header: "ООП", figure: "1,0", hasArrow: false, isPart: false };

describe("the width of a column", () => {
  it("grows with its longest figure", () => {
    const tenge = columnWidth({ ...content, figure: "431 539 534 616,52" });
    expect(tenge).toBeGreaterThan(columnWidth({ ...content, figure: "431 539 534,6" }));
  });

  it.each([
    // Lengths are those of a browser that draws the product's type.
    { header: "Дети в среднем", length: 92.1 },
    { header: "Дополнительное", length: 96.8 },
    { header: "Среднее", length: 49.9 },
    { header: "на ребёнка, тыс. ₸", length: 104.7 },
    { header: "Мектепке дейінгі", length: 97.1 },
    { header: "Балалар, орташа", length: 96 },
    { header: "Special needs", length: 77.1 },
    { figure: "431 539 534 616,52", length: 121.6 },
    { figure: "431,539,534,616.52", length: 126.7 },
    { figure: "431 539 534,6", length: 87.6 },
  ])("has room for $header$figure, and wastes little", ({ length, ...given }) => {
    const width = columnWidth({ ...content, figure: "", header: "", ...given });
    expect(width - 16).toBeGreaterThan(length);
    expect(width - 16).toBeLessThan(length + 9);
  });

  it("does not follow the long names of lines", () => {
    const long = { ...content, header: "Подушевое финансирование государственной школы" };
    expect(columnWidth({ ...long, isPart: true })).toBeLessThan(columnWidth(long));
  });
});
