import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";

import { SearchField } from "../../../packages/ui/src/components/search-field.tsx";

afterEach(cleanup);

function Field({ onSubmit }: { readonly onSubmit: (value: string) => void }): ReactElement {
  const [value, setValue] = useState("");
  return (
    <SearchField
      label="Поиск"
      hint="Найти"
      clearLabel="Очистить"
      value={value}
      onChange={setValue}
      onSubmit={onSubmit}
    />
  );
}

describe("a search field", () => {
  it("goes to the next hit by Enter, and is emptied by its button and by Esc", () => {
    const asked: string[] = [];
    render(<Field onSubmit={(value) => asked.push(value)} />);
    const input = screen.getByRole<HTMLInputElement>("searchbox", { name: "Поиск" });
    fireEvent.change(input, { target: { value: "488" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(asked).toEqual(["488"]);
    fireEvent.click(screen.getByRole("button", { name: "Очистить" }));
    expect(input.value).toBe("");
    fireEvent.change(input, { target: { value: "сад" } });
    fireEvent.keyDown(input, { key: "Escape" });
    expect(input.value).toBe("");
  });
});
