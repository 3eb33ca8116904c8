import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { Button } from "../../../packages/ui/src/components/button.tsx";
import { DropMenu } from "../../../packages/ui/src/components/menu.tsx";

afterEach(cleanup);

it("opens places to go and things to do, and closes when one is done", () => {
  const done: string[] = [];
  const entries = [
    { id: "account", name: "Мои данные", href: "/account" },
    { id: "leave", name: "Выйти", onAction: () => done.push("leave") },
  ];
  render(
    <DropMenu
      label="Меню"
      groups={[{ id: "all", label: "Всё", entries }]}
      trigger={<Button>Открыть</Button>}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Открыть" }));
  const place = screen.getByRole("menuitem", { name: "Мои данные" });
  expect(place.getAttribute("href")).toBe("/account");
  fireEvent.click(screen.getByRole("menuitem", { name: "Выйти" }));
  expect(done).toEqual(["leave"]);
  expect(screen.queryByRole("menu")).toBeNull();
});
