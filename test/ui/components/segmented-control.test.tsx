import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { SegmentedControl } from "../../../packages/ui/src/components/segmented-control.tsx";

afterEach(cleanup);

const UNITS = [
  { id: "tenge", content: "₸", label: "тенге" },
  { id: "thousand", content: "тыс. ₸" },
] as const;

describe("a choice of a few", () => {
  it("shows which one holds, and gives the one that is pressed", () => {
    const chosen: string[] = [];
    render(
      <SegmentedControl
        label="Единица"
        segments={UNITS}
        selected="thousand"
        onSelect={(id) => chosen.push(id)}
      />,
    );
    expect(screen.getByRole("radiogroup", { name: "Единица" })).toBeTruthy();
    expect(screen.getByRole("radio", { name: "тыс. ₸" }).getAttribute("aria-checked")).toBe("true");
    fireEvent.click(screen.getByRole("radio", { name: "тенге" }));
    expect(chosen).toEqual(["tenge"]);
  });

  it("is never left without one", () => {
    const chosen: string[] = [];
    render(
      <SegmentedControl
        label="Единица"
        segments={UNITS}
        selected="thousand"
        onSelect={(id) => chosen.push(id)}
      />,
    );
    fireEvent.click(screen.getByRole("radio", { name: "тыс. ₸" }));
    expect(screen.getByRole("radio", { name: "тыс. ₸" }).getAttribute("aria-checked")).toBe("true");
    expect(chosen.filter((id) => id !== "thousand")).toEqual([]);
  });
});
