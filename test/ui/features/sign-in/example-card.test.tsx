import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { ExampleCard } from "../../../../packages/ui/src/features/sign-in/example-card.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

it("shows a figure with its parts, its clause, and that its values are assumed", async () => {
  await renderScreen(<ExampleCard />);
  const words = screen.getByRole("complementary").textContent?.replace(/[\u00a0\u202f]/g, " ");
  expect(words).toContain("335 191 480,00");
  expect(words).toContain("644 599,00");
  expect(words).toContain("520,00");
  expect(words).toContain("приказ № 597");
  expect(words).toContain("условное: демонстрационный город");
});
