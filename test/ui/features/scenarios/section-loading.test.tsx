import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { SectionLoading } from "../../../../packages/ui/src/features/scenarios/section-loading.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { EDITOR } from "../../support/small-scenario.ts";

afterEach(cleanup);

it("a section without its answer says that it is coming, or why it is not", async () => {
  const onRetry = vi.fn();
  const { unmount } = await renderFor(
    <SectionLoading fault={undefined} onRetry={onRetry} />,
    EDITOR,
  );
  expect(screen.getByRole("status").textContent).toBe("Загружаем");
  unmount();
  await renderFor(<SectionLoading fault={{ kind: "network" }} onRetry={onRetry} />, EDITOR);
  fireEvent.click(screen.getByRole("button", { name: "Повторить" }));
  expect(onRetry).toHaveBeenCalled();
});
