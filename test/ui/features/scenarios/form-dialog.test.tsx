import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { FormDialog } from "../../../../packages/ui/src/features/scenarios/form-dialog.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { EDITOR } from "../../support/small-scenario.ts";

afterEach(cleanup);

describe("a dialog with fields", () => {
  it("confirms by its verb and by Enter, and can be left", async () => {
    const { onConfirm, onClose } = await show(true);
    fireEvent.click(screen.getByRole("button", { name: "Принять" }));
    const form = screen.getByRole("button", { name: "Принять" }).closest("form");
    if (form !== null) fireEvent.submit(form);
    expect(onConfirm).toHaveBeenCalledTimes(2);
    fireEvent.click(screen.getByRole("button", { name: "Отмена" }));
    expect(onClose).toHaveBeenCalled();
  });

  it("does nothing while something is missing", async () => {
    const { onConfirm } = await show(false);
    const form = screen.getByRole("button", { name: "Принять" }).closest("form");
    if (form !== null) fireEvent.submit(form);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});

async function show(canConfirm: boolean) {
  const [onConfirm, onClose] = [vi.fn(), vi.fn()];
  await renderFor(
    <FormDialog
      title="Реестр"
      confirm="Принять"
      isOpen
      onClose={onClose}
      onConfirm={onConfirm}
      canConfirm={canConfirm}
    />,
    EDITOR,
  );
  return { onConfirm, onClose };
}
