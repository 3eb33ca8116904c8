import { describe, expect, it } from "vitest";

import { splitName } from "../../../../packages/ui/src/grid/cells/name-cell.tsx";

describe("a name that finds no room", () => {
  it.each([
    ["Общеобразовательная школа № 501", "Общеобразовательная школа", " № 501"],
    ["Детский сад Коктем-2116", "Детский сад Коктем", "-2116"],
    ["№ 501 жалпы білім беретін мектеп", "№ 501 жалпы білім беретін мектеп", ""],
    ["№ 7", "№ 7", ""],
  ])("keeps the number at its end: %s", (name, head, tail) => {
    expect(splitName(name)).toEqual([head, tail]);
  });
});
