import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { PublicationTable } from "../../../../packages/ui/src/features/publications/publication-table.tsx";
import { renderFor } from "../../support/render-scenario.tsx";
import { AUDITOR, PUBLICATION } from "../../support/small-scenario.ts";

afterEach(cleanup);

describe("an issue", () => {
  it("leads to its calculation and its scenario, with its total, its maker and its seal", async () => {
    await renderFor(<PublicationTable publications={[PUBLICATION]} />, AUDITOR);
    const run = screen.getByRole("link", { name: "№ 1, 2026" });
    expect(run.getAttribute("href")).toBe("/runs/run-9");
    const scenario = screen.getByRole("link", { name: "Вариант А" });
    expect(scenario.getAttribute("href")).toBe("/scenarios/s-1");
    const text = screen.getByRole("row", { name: /№ 1/ }).textContent;
    expect(text).toContain("предварительный");
    expect(text).toContain("732\u202F136\u202F135,46");
    expect(text).toContain("Мадина Үлгі");
    expect(screen.getByTitle(PUBLICATION.seal).textContent).toBe("5ea15ea15ea1");
  });

  it("that a later one has replaced says so", async () => {
    const publications = [{ ...PUBLICATION, kind: "official" as const, supersededBy: "i-2" }];
    await renderFor(<PublicationTable publications={publications} />, AUDITOR);
    expect(screen.getByText("официальный")).toBeTruthy();
    expect(screen.getByText("заменён")).toBeTruthy();
  });
});
