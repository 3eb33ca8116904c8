import { describe, expect, it } from "vitest";

import { nameOrder } from "../../../packages/ui/src/format/kazakh-order.ts";

describe("names in Kazakh", () => {
  it("follow the Kazakh alphabet", () => {
    const letters = Array.from("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя");
    const sorted = letters.toReversed().toSorted(nameOrder("kk"));
    expect(sorted.join("")).toBe(letters.join(""));
  });

  it("of districts stand as on a Kazakh list", () => {
    const districts = ["Медеу", "Әуезов", "Бостандық", "Алмалы", "Наурызбай", "Түрксіб", "Жетісу"];
    expect(districts.toSorted(nameOrder("kk"))).toEqual([
      ...["Алмалы", "Әуезов", "Бостандық", "Жетісу", "Медеу", "Наурызбай", "Түрксіб"],
    ]);
  });

  it("take no notice of capitals before anything else", () => {
    expect(["қала", "Құс", "кент"].toSorted(nameOrder("kk"))).toEqual(["кент", "қала", "Құс"]);
  });

  it("that begin another name stand before it", () => {
    expect(["мектеп-лицей", "мектеп"].toSorted(nameOrder("kk"))[0]).toBe("мектеп");
  });
});

describe("numbers inside of names", () => {
  it.each(["ru", "kk", "en"] as const)("compare as numbers in %s", (language) => {
    const names = ["№ 100 мектеп", "№ 9 мектеп", "№ 10 мектеп"];
    expect(names.toSorted(nameOrder(language))).toEqual([
      ...["№ 9 мектеп", "№ 10 мектеп", "№ 100 мектеп"],
    ]);
  });
});

describe("names in Russian", () => {
  it("follow the Russian alphabet", () => {
    expect(["Ягодка", "Ёлка", "Дюймовочка", "Жар"].toSorted(nameOrder("ru"))).toEqual([
      ...["Дюймовочка", "Ёлка", "Жар", "Ягодка"],
    ]);
  });
});
