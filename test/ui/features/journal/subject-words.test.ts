import { beforeEach, expect, it } from "vitest";

import { subjectWords } from "../../../../packages/ui/src/features/journal/subject-words.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

beforeEach(() => texts.changeLanguage("ru"));

it.each([
  ["scenario 4f0c1d2e-77aa", "Сценарий 4f0c1d2e"],
  ["demonstration", "Демонстрация"],
  ["unheard 12", "unheard 12"],
])("%s is told as %s", (subject, told) => {
  expect(subjectWords(subject, texts.t)).toBe(told);
});
