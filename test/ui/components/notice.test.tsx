import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Notice } from "../../../packages/ui/src/components/notice.tsx";

afterEach(cleanup);

describe("a notice", () => {
  it.each([
    ["negative", "alert"],
    ["warning", "status"],
    ["info", "status"],
  ] as const)("of kind %s is said as %s, with what can be done", (kind, role) => {
    render(
      <Notice kind={kind} title="Нет связи" action={<button type="button">Повторить</button>}>
        Показано прежнее.
      </Notice>,
    );
    expect(screen.getByRole(role).textContent).toContain("Нет связиПоказано прежнее.");
    expect(screen.getByRole("button", { name: "Повторить" })).toBeTruthy();
  });
});
