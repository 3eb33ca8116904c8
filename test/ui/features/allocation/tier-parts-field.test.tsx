import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { TierPartsField } from "../../../../packages/ui/src/features/allocation/tier-parts-field.tsx";
import {
  FIRST_VIEW,
  type SheetView,
} from "../../../../packages/ui/src/features/allocation/use-sheet-view.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";

afterEach(cleanup);

const TIERS = [{ tier: "secondary", name: "Среднее", title: "Среднее образование", lines: [] }];

it("opens a tier into its lines, and stands beside no other column", async () => {
  const wishes: Partial<SheetView>[] = [];
  const given = {
    tiers: TIERS,
    view: FIRST_VIEW,
    onView: (wish: Partial<SheetView>) => wishes.push(wish),
  };
  await renderWithRun(
    <>
      <TierPartsField columnId="total" {...given} />
      <TierPartsField columnId="tier:secondary" {...given} />
    </>,
  );
  fireEvent.click(screen.getByRole("checkbox", { name: /Среднее образование/ }));
  expect(wishes).toEqual([{ openTiers: ["secondary"] }]);
});
