import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { SheetMessage } from "../../../packages/ui/src/grid/sheet-message.tsx";

afterEach(cleanup);

describe("a sentence over a sheet", () => {
  it("stays until it is closed", () => {
    let closed = 0;
    const onClose = () => {
      closed += 1;
    };
    render(<SheetMessage message={{ tone: "refused", text: "Нельзя." }} onClose={onClose} />);
    expect(screen.getByText("Нельзя.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Закрыть" }));
    expect(closed).toBe(1);
  });
});
