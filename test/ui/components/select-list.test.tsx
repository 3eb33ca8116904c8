import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Select } from "../../../packages/ui/src/components/select.tsx";

afterEach(cleanup);

it("names every choice, and marks the one that holds", () => {
  const options = [
    { id: "kk", name: "Қазақша" },
    { id: "ru", name: "Русский" },
  ] as const;
  render(<Select label="Тіл" options={options} selected="ru" onSelect={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: /Тіл/ }));
  const shown = screen.getAllByRole("option");
  expect(shown.map(({ textContent }) => textContent)).toEqual(["Қазақша", "Русский"]);
  expect(shown.map((each) => each.querySelector("svg") !== null)).toEqual([false, true]);
});
