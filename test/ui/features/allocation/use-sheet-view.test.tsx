import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  FIRST_VIEW,
  readView,
  toggled,
  useSheetView,
  withSeenSort,
} from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("a remembered view", () => {
  it("comes back as it was left", () => {
    render(<View />);
    fireEvent.click(screen.getByRole("button"));
    cleanup();
    render(<View />);
    expect(screen.getByText("group:medeu, 120, desc")).toBeDefined();
  });

  it.each([null, "", "[]", "null", '{"openGroups":[1],"widths":{"total":"x"},"sort":{}}'])(
    "is the first one when it cannot be read: %s",
    (written) => expect(readView(written)).toEqual(FIRST_VIEW),
  );
});

describe("an order", () => {
  const sort = (columnId: string) => ({ columnId, direction: "desc" }) as const;
  const line = "line:secondary/04.2.360.040/formula";

  it.each([
    ["tier:secondary", { hiddenTiers: ["secondary"] }],
    [line, { hiddenTiers: ["secondary"], openTiers: ["secondary"] }],
    [line, {}],
  ])("by %s goes with its column", (columnId, view) => {
    expect(withSeenSort({ ...FIRST_VIEW, ...view, sort: sort(columnId) }).sort).toBeNull();
  });

  it.each([
    ["tier:secondary", { hiddenTiers: ["preschool"] }],
    [line, { openTiers: ["secondary"] }],
    ["total", { hiddenTiers: ["secondary"] }],
  ])("by %s stays while it is on view", (columnId, view) => {
    const kept = withSeenSort({ ...FIRST_VIEW, ...view, sort: sort(columnId) });
    expect(kept.sort).toEqual(sort(columnId));
  });
});

it("adds what is not there and takes away what is", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

function View(): ReactElement {
  const [view, change] = useSheetView();
  return (
    <button
      type="button"
      onClick={() =>
        change({
          openGroups: ["group:medeu"],
          widths: { total: 120 },
          sort: { columnId: "total", direction: "desc" },
        })
      }
    >
      {`${view.openGroups.join()}, ${view.widths["total"]}, ${view.sort?.direction}`}
    </button>
  );
}
