import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import {
  LockIcon,
  SortIcon,
  WarningIcon,
} from "../../../../packages/ui/src/grid/cells/sheet-icons.tsx";

afterEach(cleanup);

it("are drawn apart and say nothing themselves", () => {
  const { container } = render(
    <>
      <SortIcon direction="asc" />
      <SortIcon direction="desc" />
      <SortIcon direction={null} />
      <WarningIcon />
      <LockIcon />
    </>,
  );
  const icons = [...container.querySelectorAll("svg")];
  expect(new Set(icons.map(({ innerHTML }) => innerHTML)).size).toBe(5);
  expect(icons.every((icon) => icon.getAttribute("aria-hidden") === "true")).toBe(true);
});
