import { cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { useExplanation } from "../../../../packages/ui/src/features/explanation/use-explanation.ts";
import { renderInWorkbook, TRACED } from "../../support/render-in-workbook.tsx";

afterEach(cleanup);

it("a line is explained by its trace", async () => {
  await renderInWorkbook(<Said />, TRACED);
  expect(document.body.textContent).toContain("trace 731\u202F136\u202F000,00\u202F₸ 6");
});

it("a sum needs no trace", async () => {
  await renderInWorkbook(<Said />, { ...TRACED, columnId: "total" });
  expect(screen.getByText("parts none 0")).toBeTruthy();
});

function Said(): ReactElement {
  const { question, traced, graph } = useExplanation();
  return <p>{`${question.kind} ${traced?.value ?? "none"} ${graph?.nodes.length ?? 0}`}</p>;
}
