import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { PageFrame } from "../../../../packages/ui/src/features/shell/page-frame.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { sample, sessionOf } from "../../support/small-people.ts";

afterEach(cleanup);

it("stands around the screen, and says what is invented", async () => {
  const session = { ...sessionOf("editor"), samples: [sample("editor")] };
  await renderScreen(<PageFrame>Сценарии города</PageFrame>, { session });
  expect(screen.getByRole("main").textContent).toBe("Сценарии города");
  expect(screen.getByText("Демонстрационные данные")).toBeTruthy();
  expect(screen.getByRole("link", { name: "К содержанию" }).getAttribute("href")).toBe("#main");
});

it("calls nothing invented in a city of its own", async () => {
  await renderScreen(<PageFrame>Сценарии города</PageFrame>, { session: sessionOf("editor") });
  expect(screen.queryByText("Демонстрационные данные")).toBeNull();
});
