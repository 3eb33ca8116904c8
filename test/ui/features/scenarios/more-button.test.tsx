import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { MoreButton } from "../../../../packages/ui/src/features/scenarios/more-button.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { EDITOR } from "../../support/small-scenario.ts";

afterEach(cleanup);

it("the rest of a list is a press away, as long as there is one", async () => {
  const onPress = vi.fn();
  const { container, rerender } = await renderFor(
    <MoreButton shown={50} all={120} onPress={onPress} />,
    EDITOR,
  );
  fireEvent.click(screen.getByRole("button", { name: "Показать ещё, показано 50 из 120" }));
  expect(onPress).toHaveBeenCalled();
  rerender(<MoreButton shown={150} all={120} onPress={onPress} />);
  expect(container.textContent).toBe("");
});
