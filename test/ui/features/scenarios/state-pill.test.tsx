import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { StatePill } from "../../../../packages/ui/src/features/scenarios/state-pill.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

afterEach(cleanup);

it.each([
  ["draft", "ru", "черновик"],
  ["submitted", "ru", "на согласовании"],
  ["approved", "kk", "бекітілді"],
  ["issued", "en", "published"],
  ["superseded", "ru", "заменён"],
] as const)("a scenario that is %s says so in %s: %s", async (state, language, word) => {
  await texts.changeLanguage(language);
  expect(render(<StatePill state={state} />).container.textContent).toBe(word);
  await texts.changeLanguage("ru");
});

it("an archived one says both", () => {
  const { container } = render(<StatePill state="draft" isArchived />);
  expect(container.textContent).toBe("черновикв архиве");
});
