import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { ChoiceField } from "../../../packages/ui/src/components/choice-field.tsx";

afterEach(cleanup);

it("shows what is chosen and gives the choice that is made", () => {
  const chosen: string[] = [];
  render(
    <ChoiceField
      label="Язык"
      options={[
        { id: "ru", name: "Русский" },
        { id: "kk", name: "Қазақша" },
      ]}
      selected="ru"
      onSelect={(id) => chosen.push(id)}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: /Русский.*Язык/ }));
  fireEvent.click(screen.getByRole("option", { name: "Қазақша" }));
  expect(chosen).toEqual(["kk"]);
});
