import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { UnitQuestion } from "../../../../packages/ui/src/grid/clipboard/unit-question.tsx";

afterEach(cleanup);

describe("the question about units", () => {
  it.each([
    ["Пересчитать", "convert"],
    ["Вставить как есть", "as-is"],
    ["Отмена", "cancel"],
  ])("answers %s", (name, answer) => {
    const answers: string[] = [];
    render(
      <UnitQuestion
        units={[{ from: "тысячи тенге", to: "тенге" }]}
        onAnswer={(way) => answers.push(way)}
        onCancel={() => answers.push("cancel")}
      />,
    );
    expect(screen.getByRole("dialog").textContent).toContain(
      "В буфере тысячи тенге, в столбце тенге. Пересчитать?",
    );
    fireEvent.click(screen.getByRole("button", { name }));
    expect(answers).toEqual([answer]);
  });
});
