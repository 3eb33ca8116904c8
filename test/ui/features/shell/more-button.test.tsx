import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { MoreButton } from "../../../../packages/ui/src/features/shell/more-button.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

it("asks for the next part", async () => {
  const fetchNextPage = vi.fn();
  await renderScreen(
    <MoreButton pages={{ hasNextPage: true, isFetchingNextPage: false, fetchNextPage }} />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Показать ещё" }));
  expect(fetchNextPage).toHaveBeenCalledOnce();
});

it("is absent after the last part", async () => {
  const fetchNextPage = vi.fn();
  await renderScreen(
    <MoreButton pages={{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage }} />,
  );
  expect(screen.queryByRole("button")).toBeNull();
});
