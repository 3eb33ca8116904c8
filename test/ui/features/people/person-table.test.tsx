import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { PersonTable } from "../../../../packages/ui/src/features/people/person-table.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { AIGUL, DIRECTOR } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("tells role, organisations, when somebody was here, and who has no access", async () => {
  const people = [AIGUL, { ...DIRECTOR, isActive: false }];
  await renderScreen(<PersonTable people={people} onChoose={undefined} />);
  const [, first, second] = screen.getAllByRole("row").map(({ textContent }) => textContent);
  expect(first).toContain("Администратор");
  expect(second).toContain("доступ закрыт");
  expect(second).toContain("БИН 600140375485, 600140001690");
  expect(second).toContain("ещё нет");
  expect(screen.queryByRole("button")).toBeNull();
});

it("gives the person that an administrator chose", async () => {
  const chosen = vi.fn();
  await renderScreen(<PersonTable people={[AIGUL]} onChoose={chosen} />);
  fireEvent.click(screen.getByRole("button", { name: "Изменить: Айгуль Серикова" }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith(AIGUL);
});
