import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Select } from "../../../packages/ui/src/components/select.tsx";

afterEach(cleanup);

describe("a folded choice", () => {
  it("shows the chosen name and gives another one", () => {
    const chosen: string[] = [];
    render(
      <Select
        label="Группа"
        options={[
          { id: "district", name: "Район" },
          { id: "none", name: "Нет" },
        ]}
        selected="district"
        onSelect={(id) => chosen.push(id)}
      />,
    );
    const button = screen.getByRole("button", { name: /Район/ });
    fireEvent.click(button);
    fireEvent.click(screen.getByRole("option", { name: "Нет" }));
    expect(chosen).toEqual(["none"]);
  });
});
