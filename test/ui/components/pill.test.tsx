import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { Pill } from "../../../packages/ui/src/components/pill.tsx";

afterEach(cleanup);

it("says its word, with a colour that helps", () => {
  render(<Pill tone="warning">Предварительно</Pill>);
  expect(screen.getByText("Предварительно").className).toBe("pill pill-warning");
});
