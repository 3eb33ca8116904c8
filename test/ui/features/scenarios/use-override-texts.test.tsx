import { cleanup } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { findOverride } from "../../../../packages/ui/src/features/scenarios/read-override.ts";
import { useOverrideTexts } from "../../../../packages/ui/src/features/scenarios/use-override-texts.ts";
import { renderInScenario } from "../../support/render-scenario.tsx";
import { SCENARIO } from "../../support/small-scenario.ts";

afterEach(cleanup);

it("an override is told in one line, its values with every digit", async () => {
  const { container } = await renderInScenario(<Told />);
  expect(container.textContent).toBe("Образовательный процесс, Ez · начальный: 462\u202F600,00");
});

function Told(): ReactElement | null {
  const { titleOf, saidOf } = useOverrideTexts();
  const [live] = SCENARIO.overrides;
  const override = live && findOverride(live.override);
  if (live === undefined || override === undefined) return null;
  return <p>{`${titleOf(override)}: ${saidOf(override, live.standing)}`}</p>;
}
