import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { RoleGate } from "../../../../packages/ui/src/features/shell/role-gate.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { sessionOf } from "../../support/small-people.ts";

afterEach(cleanup);

it("lets the named roles through", async () => {
  const session = sessionOf("auditor");
  await renderScreen(<RoleGate roles={["auditor"]}>Журнал города</RoleGate>, { session });
  expect(screen.getByText("Журнал города")).toBeTruthy();
});

it("tells everybody else who grants the right", async () => {
  const session = sessionOf("director");
  await renderScreen(<RoleGate roles={["auditor"]}>Журнал города</RoleGate>, { session });
  expect(screen.queryByText("Журнал города")).toBeNull();
  expect(
    screen.getByText("Ваша роль: Директор организации. Права даёт администратор."),
  ).toBeTruthy();
  expect(screen.getByRole("link", { name: "На главную" }).getAttribute("href")).toBe("/");
});
