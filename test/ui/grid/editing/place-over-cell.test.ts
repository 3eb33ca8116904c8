import { expect, it } from "vitest";
import {
  type Box,
  hiddenEdges,
  placeOver,
} from "../../../../packages/ui/src/grid/editing/place-over-cell.ts";
import { smallEditing } from "../../support/small-editing.ts";

const ROOM: Box = { left: 100, top: 40, right: 500, bottom: 300 };

it.each([
  ["wholly on view", [200, 60, 280, 84], [0, 0, 0, 0]],
  ["half below the pinned names", [60, 60, 140, 84], [40, 0, 0, 0]],
  ["half below the header", [200, 30, 280, 54], [0, 10, 0, 0]],
  ["beyond the right and the total", [460, 290, 540, 314], [0, 0, 40, 14]],
  ["scrolled away", [200, 300, 280, 324], null],
] as const)("a cell %s hides what lies beyond the room", (_what, place, hidden) => {
  const [left, top, right, bottom] = place;
  const [atLeft, atTop, atRight, atBottom] = hidden ?? [];
  expect(hiddenEdges({ box: { left, top, right, bottom }, room: ROOM })).toEqual(
    hidden === null ? null : { left: atLeft, top: atTop, right: atRight, bottom: atBottom },
  );
});

it("cells of a sheet that is not drawn are nowhere", () => {
  const { handle } = smallEditing();
  expect(placeOver(handle, { top: 1, left: 1, bottom: 1, right: 1 })).toBeNull();
});
