import { cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import type { WeakValue } from "../../../../packages/api/src/contract.ts";
import { useWeakTexts } from "../../../../packages/ui/src/features/scenarios/weak-texts.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { WEAK } from "../../support/small-scenario.ts";

afterEach(cleanup);

it.each([
  [{}, "Образовательный процесс, Ez | начальный | 462\u202F600,00"],
  [{ label: null, key: [] }, "secondary.Ez |  | 462\u202F600,00"],
  [{ kind: "envelope", label: null, key: [] }, "Конверт города |  | 462\u202F600,00"],
] as const)("a weak value with %j is told as %s", async (given, text) => {
  await renderInScenario(<Told value={{ ...WEAK, ...given }} />);
  expect(screen.getByText((told) => told.startsWith(text.trim().slice(0, 12))).textContent).toBe(
    text,
  );
});

function Told({ value }: { readonly value: WeakValue }): ReactElement {
  const { titleOf, detailOf, figureOf } = useWeakTexts();
  return <p>{[titleOf(value), detailOf(value), figureOf(value)].join(" | ")}</p>;
}
