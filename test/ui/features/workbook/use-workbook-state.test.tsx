import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { useWorkbookState } from "../../../../packages/ui/src/features/workbook/use-workbook-state.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const DATA = { run: RUN, columns: COLUMNS, names: NAMES };

describe("a workbook", () => {
  it("opens at the city's total, in thousands, by district, with every tier", () => {
    const { result } = renderHook(() => useWorkbookState(DATA));
    expect(result.current).toMatchObject({
      activeFigure: { rowKind: "city", id: "", columnId: "total" },
      ...{ unit: "thousand", group: "district", tierFilter: null },
    });
  });

  it("remembers unit and grouping for the next time, but no filter", () => {
    const first = renderHook(() => useWorkbookState(DATA));
    act(() => {
      first.result.current.setUnit("million");
      first.result.current.setGroup("ownership");
      first.result.current.setTierFilter("secondary");
    });
    expect(first.result.current.tierFilter).toBe("secondary");
    const second = renderHook(() => useWorkbookState(DATA));
    expect(second.result.current).toMatchObject({ unit: "million", group: "ownership" });
    expect(second.result.current.tierFilter).toBeNull();
  });

  it("leaves a group that another grouping does not have, keeping the column", () => {
    const { result } = renderHook(() => useWorkbookState(DATA));
    act(() =>
      result.current.setActiveFigure({ rowKind: "group", id: "alatau", columnId: "perHead" }),
    );
    act(() => result.current.setGroup("ownership"));
    expect(result.current.activeFigure).toEqual({ rowKind: "city", id: "", columnId: "perHead" });
  });
});
