import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { ChecksDialog } from "../../../../packages/ui/src/features/workbook/checks-dialog.tsx";
import { renderWithRun } from "../../support/render-with-run.tsx";
import { RUN } from "../../support/small-run.ts";

afterEach(cleanup);

const warnings = [
  { code: "demonstration-data", facts: { methodology: "kz/almaty" }, place: {} },
  {
    code: "formula-cell",
    facts: { value: "12" },
    place: { file: "register.xlsx", sheet: "Контингент", row: 7 },
  },
];

describe("the list of checks", () => {
  it("tells each warning as a sentence, with its place in the file", async () => {
    await renderWithRun(<ChecksDialog isOpen onClose={() => undefined} />, {
      run: { ...RUN, warnings },
    });
    expect(screen.getByText(/значения методики kz\/almaty вымышлены/)).toBeTruthy();
    expect(screen.getByText("файл register.xlsx, лист «Контингент», строка 7")).toBeTruthy();
  });

  it("says so when there is nothing to remark", async () => {
    await renderWithRun(<ChecksDialog isOpen onClose={() => undefined} />, { language: "en" });
    expect(screen.getByText(/No warnings/)).toBeTruthy();
  });
});
