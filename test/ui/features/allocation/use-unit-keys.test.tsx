import { cleanup, fireEvent, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { useUnitKeys } from "../../../../packages/ui/src/features/allocation/use-unit-keys.ts";

afterEach(cleanup);

it("chooses the unit by the place of the key, whatever the layout writes there", () => {
  const chosen: string[] = [];
  render(<Keys onUnit={(unit) => chosen.push(unit)} />);
  fireEvent.keyDown(window, { code: "Digit1", key: "¡", altKey: true });
  fireEvent.keyDown(window, { code: "Digit3", key: "3", altKey: true });
  fireEvent.keyDown(window, { code: "Digit2", key: "2" });
  fireEvent.keyDown(window, { code: "Digit2", key: "2", altKey: true, ctrlKey: true });
  expect(chosen).toEqual(["tenge", "million"]);
});

function Keys({ onUnit }: { readonly onUnit: (unit: string) => void }): ReactElement {
  useUnitKeys(onUnit);
  return <p />;
}
