import { expect, it } from "vitest";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";
import { describeFinding } from "../../../packages/core/src/index.ts";

const FINDING = { nameRu: "Школа № 5", nameKk: "№ 5 мектеп" };
const JUMP = { before: "1250000.50", after: "1500000.00", percent: "20" };

async function told(language: (typeof LANGUAGES)[number], code: string, facts: object) {
  const words = { ...FINDING, code, facts: { ...facts } };
  return describeFinding(words, await createTranslate(language), language);
}

it("tells figures as people write them, a change with its sign", async () => {
  const jump = await told("ru", "amount-jump", JUMP);
  expect(jump.replaceAll("\u202f", " ")).toBe(
    "Школа № 5: сумма изменилась на +20 %, было 1 250 000,50 ₸, стало 1 500 000,00 ₸.",
  );
  expect(await told("en", "amount-jump", { ...JUMP, percent: "-16.7" })).toContain("−16.7");
});

it("calls the organisation by its Kazakh name in Kazakh", async () => {
  const facts = { capacity: "600", count: "653.25", percent: "108.9" };
  expect(await told("kk", "roll-over-capacity", facts)).toContain("№ 5 мектеп");
});

it("tells apart who has closed and who is in no register", async () => {
  const closed = { closed: "2026-08-31", amount: "5.00" };
  expect(await told("ru", "successor-missing", closed)).toContain("закрывается 31.08.2026");
  expect(await told("ru", "successor-missing", { ...closed, closed: "" })).toContain(
    "нет в реестре",
  );
});

it("has a sentence for every kind in every language", async () => {
  const facts = { closed: "2026-08-31", amount: "5.00", capacity: "1", count: "2", ...JUMP };
  for (const language of LANGUAGES) {
    for (const code of ["successor-missing", "roll-over-capacity", "amount-jump"]) {
      expect(await told(language, code, facts)).toMatch(/^[^{}]+\.$/);
    }
  }
});
