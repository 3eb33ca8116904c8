import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { OwnAllocation } from "../../../../packages/api/src/contract.ts";
import { OwnScreen } from "../../../../packages/ui/src/features/own/own-screen.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SECONDARY = { ru: "Среднее образование", kk: "Орта білім", en: "Secondary education" };
const SCHOOL: OwnAllocation["organisations"][number] = {
  ...{ id: "600140375485", nameRu: "Школа № 501", nameKk: "№ 501 мектеп" },
  totalTiyn: "87106017712",
  lines: [
    {
      ...{ tier: "secondary", tierLabel: SECONDARY, budgetCode: "04.2.360.040", label: null },
      ...{ method: "formula", amountTiyn: "87106017712", headcount: "3767/3" },
    },
  ],
};
const ISSUED: OwnAllocation = {
  publication: {
    ...{ id: "i-1", kind: "preliminary", budgetYear: 2026, number: 3 },
    issuedAt: "2026-11-20T10:00:00Z",
  },
  organisations: [SCHOOL],
};

describe("what a director sees", () => {
  it("is the amount to the tiyn, its lines, and that it is not official", async () => {
    stubServer({ "GET /own/allocation": { body: ISSUED } });
    await renderScreen(<OwnScreen />);
    const heading = await screen.findByRole("heading", { name: "Финансирование на 2026 год" });
    expect(heading).toBeTruthy();
    expect(screen.getByText("Предварительно")).toBeTruthy();
    const words = document.body.textContent?.replace(/[\u00a0\u202f]/g, " ");
    expect(words).toContain("871 060 177,12 ₸");
    expect(words).toContain("Выпуск № 3 от 20.11.2026");
    const [, row] = screen.getAllByRole("row").map(({ textContent }) => textContent ?? "");
    expect(row?.replace(/[\u00a0\u202f]/g, " ")).toBe(
      "Среднее образованиеСреднее образование · 04.2.360.040 · по формуле1 255,67871 060 177,12",
    );
  });

  it("is that nothing was issued yet", async () => {
    stubServer({ "GET /own/allocation": { body: { publication: null, organisations: [] } } });
    await renderScreen(<OwnScreen />);
    expect(await screen.findByText("Выпусков пока нет")).toBeTruthy();
  });

  it("is that the issue has nothing for them", async () => {
    stubServer({ "GET /own/allocation": { body: { ...ISSUED, organisations: [] } } });
    await renderScreen(<OwnScreen />);
    expect(await screen.findByText("В выпуске нет ваших организаций")).toBeTruthy();
  });
});
