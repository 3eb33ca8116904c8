import { describe, expect, it } from "vitest";

import { orderNames } from "../../../../packages/ui/src/features/allocation/order-names.ts";

const order = (names: readonly string[], language: "ru" | "kk") =>
  orderNames(names, language).map((position) => names[position]);

describe("the order of names", () => {
  it("has number 9 before number 10, and a name before the same with a number", () => {
    const names = ["Школа № 10", "Гимназия № 11", "Школа № 9", "Школа", "Школа № 9 имени Абая"];
    expect(order(names, "ru")).toEqual([
      ...["Гимназия № 11", "Школа", "Школа № 9", "Школа № 9 имени Абая", "Школа № 10"],
    ]);
  });

  it("is the Kazakh alphabet's in Kazakh", () => {
    const names = ["Өркен-2", "Қайнар-1", "Ой-3", "Кең-4", "Әлем-5", "Арай-6"];
    expect(order(names, "kk")).toEqual([
      ...["Арай-6", "Әлем-5", "Кең-4", "Қайнар-1", "Ой-3", "Өркен-2"],
    ]);
  });
});
