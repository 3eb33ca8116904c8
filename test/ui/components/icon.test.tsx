import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Icon } from "../../../packages/ui/src/components/icon.tsx";

afterEach(cleanup);

describe("a drawing", () => {
  it("is not read aloud and takes no focus", () => {
    const { container } = render(<Icon name="search" />);
    const drawing = container.querySelector("svg");
    expect(drawing?.getAttribute("aria-hidden")).toBe("true");
    expect(drawing?.getAttribute("focusable")).toBe("false");
  });
});
