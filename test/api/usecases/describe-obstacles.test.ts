import { expect, it } from "vitest";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";
import { describeObstacles } from "../../../packages/api/src/usecases/describe-obstacles.ts";
import type { GateReason } from "../../../packages/api/src/usecases/scenario-gate.ts";
import { tiyn } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { label, parseSchool } from "../../support/school-methodology.ts";

const methodology = getValue(parseSchool());

const REASONS: readonly GateReason[] = [
  { code: "reason-missing", cell: "parameter rate[level=primary]" },
  {
    code: "finding-blocking",
    finding: {
      ...{ id: "successor-missing x", code: "successor-missing", severity: "blocking" },
      ...{ organisationId: "x", nameRu: "Школа", nameKk: "Мектеп" },
      facts: { closed: "2026-03-31", amount: "500.00" },
    },
  },
  { code: "deficit", scope: "", amount: tiyn(160_800_000n) },
  { code: "deficit", scope: "tier=secondary", amount: tiyn(100n) },
  {
    code: "value-weak",
    value: {
      ...{ subject: "parameter rate[level=primary] 1000", kind: "parameter", status: "assumed" },
      ...{ label: label("rate"), name: "rate", key: [{ dimension: "level", code: "primary" }] },
      ...{ value: "462600.00", unit: "KZT", validFrom: "2026-01-01", ground: null },
    },
  },
  { code: "own-override", cell: "switch floor", scenario: "Вариант А" },
  { code: "own-submission" },
  { code: "envelope-missing" },
  { code: "state", state: "draft", expected: "approved" },
  { code: "state", state: "archived", expected: "draft" },
];

async function told(language: (typeof LANGUAGES)[number]) {
  const translate = await createTranslate(language);
  return describeObstacles(REASONS, { translate, language, methodology });
}

it("each reason is a sentence of its own in every language", async () => {
  for (const language of LANGUAGES) {
    const messages = (await told(language)).map(({ message }) => message);
    expect(new Set(messages).size).toBe(REASONS.length);
    for (const message of messages) expect(message).toMatch(/^[^{}]+\.$/);
  }
});

it("figures and names are those of people, codes lead to the cure", async () => {
  const [reason, finding, deficit, part, weak, own] = await told("ru");
  expect(reason).toMatchObject({
    code: "reason-missing",
    facts: { cell: "parameter rate[level=primary]" },
    message: "У правки «параметр rate[level=primary]» не указана причина.",
  });
  expect(finding?.facts).toEqual({
    finding: "successor-missing x",
    organisation: "x",
    name: "Школа",
  });
  expect(deficit?.message.replaceAll("\u202f", " ")).toBe(
    "Распределено больше конверта: дефицит 1 608 000,00 ₸.",
  );
  expect(part?.message).toContain("«secondary (ru)»");
  expect(weak?.message.replaceAll("\u202f", " ")).toBe(
    "rate (ru) (primary (ru)) = 462 600,00: условное, подтверждённого акта нет.",
  );
  expect(weak?.facts["subject"]).toBe("parameter rate[level=primary] 1000");
  expect(own?.message).toContain("«Вариант А»");
});
