import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  FIRST_VIEW,
  readView,
  toggled,
  useSheetView,
} from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("a remembered view", () => {
  it("comes back to the person who left it, and to nobody else", () => {
    render(<View personId="one" />);
    fireEvent.click(screen.getByRole("button"));
    expect(screen.getByRole("button").textContent).toBe("group:medeu / ");
    cleanup();
    render(<View personId="two" />);
    expect(screen.getByRole("button").textContent).toBe(" / ");
    cleanup();
    render(<View personId="one" />);
    expect(screen.getByRole("button").textContent).toBe("group:medeu / ");
  });

  it.each([null, "", "[]", "null", '{"openGroups":[1],"openTiers":"secondary"}'])(
    "is the first one when it cannot be read: %s",
    (written) => expect(readView(written)).toEqual(FIRST_VIEW),
  );
});

it("adds what is not there and takes away what is", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

function View({ personId }: { readonly personId: string }): ReactElement {
  const [view, change] = useSheetView(personId);
  return (
    <button type="button" onClick={() => change({ openGroups: ["group:medeu"] })}>
      {`${view.openGroups.join()} / ${view.openTiers.join()}`}
    </button>
  );
}
