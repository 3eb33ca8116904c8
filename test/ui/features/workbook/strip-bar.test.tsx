import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { StripBar } from "../../../../packages/ui/src/features/workbook/strip-bar.tsx";
import { stripFigures } from "../../../../packages/ui/src/features/workbook/strip-figures.ts";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { NAMES, RUN } from "../../support/small-run.ts";

afterEach(cleanup);

const bar = <StripBar figures={stripFigures(RUN, NAMES)} />;

describe("the legend of the bar", () => {
  it("names each tier with its amount, the exact one in its hint", async () => {
    await renderWithRun(bar);
    const tier = screen.getByRole("button", { name: "Среднее 0,7" });
    expect(tier.closest("li")?.title).toBe(
      "среднее образование: 731\u202F136\u202F000,00 ₸, 99,86\u202F%",
    );
  });

  it("leaves one tier on view, and all again", async () => {
    const filters: (string | null)[] = [];
    const setTierFilter = (tier: string | null) => filters.push(tier);
    const { unmount } = await renderWithRun(bar, { setTierFilter });
    fireEvent.click(screen.getByRole("button", { name: "Среднее 0,7" }));
    unmount();
    await renderWithRun(bar, { setTierFilter, tierFilter: "secondary" });
    const chosen = screen.getByRole("button", { name: "Среднее 0,7" });
    expect(chosen.getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(chosen);
    expect(filters).toEqual(["secondary", null]);
  });
});
