import { cleanup, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { useTouch } from "../../../packages/ui/src/grid/use-touch.ts";

afterEach(cleanup);

it.each([true, false])("follows the pointer of the device: %s", (isCoarse) => {
  Object.assign(window, {
    matchMedia: (query: string) =>
      Object.assign(new EventTarget(), { matches: isCoarse && query === "(pointer: coarse)" }),
  });
  render(<Answer />);
  expect(screen.getByText(String(isCoarse))).toBeDefined();
});

function Answer(): ReactElement {
  return <p>{String(useTouch())}</p>;
}
