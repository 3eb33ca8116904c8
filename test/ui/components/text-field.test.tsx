import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { TextField } from "../../../packages/ui/src/components/text-field.tsx";

afterEach(cleanup);

it("is named, described and, when refused, tells why", () => {
  const typed: string[] = [];
  render(
    <TextField
      label="Почта"
      description="Для писем"
      error="Заполните это поле."
      value=""
      onChange={(value) => typed.push(value)}
    />,
  );
  const field = screen.getByLabelText("Почта");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toContain("Заполните это поле.");
  fireEvent.change(field, { target: { value: "a@b.kz" } });
  expect(typed).toEqual(["a@b.kz"]);
});

it("may have several lines", () => {
  render(<TextField label="Причина" rows={3} value="одна" onChange={() => undefined} />);
  expect(screen.getByLabelText("Причина").tagName).toBe("TEXTAREA");
});
