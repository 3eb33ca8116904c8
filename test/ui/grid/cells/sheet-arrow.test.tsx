import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { SheetArrow } from "../../../../packages/ui/src/grid/cells/sheet-arrow.tsx";

afterEach(cleanup);

it("points elsewhere when open and says nothing itself", () => {
  const { container } = render(
    <>
      <SheetArrow isOpen />
      <SheetArrow isOpen={false} />
    </>,
  );
  const [open, closed] = [...container.querySelectorAll("path")].map((path) =>
    path.getAttribute("d"),
  );
  expect(open).not.toBe(closed);
  expect(container.querySelectorAll("[aria-hidden=true]")).toHaveLength(2);
});
