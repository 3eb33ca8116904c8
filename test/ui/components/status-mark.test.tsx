import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import {
  STATUSES,
  StatusMark,
  StatusShape,
} from "../../../packages/ui/src/components/status-mark.tsx";

afterEach(cleanup);

describe("the mark of a status", () => {
  it("has a shape of its own for each strength", () => {
    const shapes = STATUSES.map(
      (status) => render(<StatusShape status={status} />).container.innerHTML,
    );
    expect(new Set(shapes).size).toBe(STATUSES.length);
  });

  it("always has its word, on view or for the ear", () => {
    render(<StatusMark status="assumed" word="условное" />);
    expect(screen.getByText("условное").className).toBe("status-word");
    render(<StatusMark status="draft" word="проект" look="shape" />);
    expect(screen.getByText("проект").className).toBe("visually-hidden");
  });
});
