import { describe, expect, it } from "vitest";
import { type FactReader, factReaders } from "../../../packages/core/src/register/fact-readers.ts";
import type { NamedFact } from "../../../packages/core/src/register/index.ts";
import { registerRules } from "../../support/register-rules.ts";

const label = { ru: "m", kk: "m", en: "m" };
const MEALS: NamedFact = {
  ...{ id: "meals", label, unit: "pupil", source: "facts", measure: "meals" },
  ...{ period: "month", yearOffset: 0, isWhole: true },
  dimensions: [{ dimension: "level" }, { dimension: "programme" }],
};
const EARLIER: NamedFact = { ...MEALS, id: "meals.before", yearOffset: -1 };
const FUND: NamedFact = {
  ...MEALS,
  ...{ id: "fund", measure: "fund", unit: "KZT", period: undefined },
  ...{ dimensions: [], isWhole: false },
};
const TABLE = { file: "facts.csv", columns: [], rows: [] };
const READERS = factReaders(
  registerRules({
    facts: [...registerRules().facts, MEALS, EARLIER, FUND],
    suggestFact: (written) => `${written}?`,
  }),
  TABLE,
);

function readerOf(name: string): FactReader {
  const found = READERS.decode(name);
  if (!found.ok) throw new Error(`${name} is a fact`);
  return found.value;
}

function read(name: string, part: "period" | "key" | "value", text: string): string {
  const result = readerOf(name)[part].decode(text);
  return result.ok ? result.value : result.fault({}).code;
}

it("facts of several years are made of the rows of one name", () => {
  expect(readerOf("meals").facts.map(({ id }) => id)).toEqual(["meals", "meals.before"]);
});

it.each(["mails", "meals.before", "secondary.enrolled"])("«%s» names no rows", (name) => {
  const result = READERS.decode(name);
  expect(result.ok ? "" : result.fault({})).toMatchObject({
    code: "fact-unknown",
    facts: { name, suggestion: `${name}?` },
  });
});

describe("a period", () => {
  it.each([
    ["meals", "2026-03", "2026-03"],
    ["meals", "03.2026", "2026-03"],
    ["meals", "2026", "period-unknown"],
    ["fund", "2026", "2026"],
    ["fund", "2026-03", "period-unknown"],
    ["fund", "1026", "period-unknown"],
  ])("of %s written %s", (name, text, expected) => {
    expect(read(name, "period", text)).toBe(expected);
  });
});

describe("a key", () => {
  it.each([
    ["primary;general", "level=primary;programme=general"],
    [" level = primary ; programme=general ", "level=primary;programme=general"],
    ["programme=general;level=primary", "level=primary;programme=general"],
    ["primary", "key-malformed"],
    ["primary;general;general", "key-malformed"],
    ["level=primary;general", "key-malformed"],
    ["level=primary;level=basic", "key-malformed"],
    ["level=primary;kind=general", "key-malformed"],
    ["primary;gemeral", "code-unknown"],
    ["general;primary", "code-unknown"],
  ])("«%s»", (text, expected) => {
    expect(read("meals", "key", text)).toBe(expected);
  });
});

describe("a number", () => {
  it.each([
    ["meals", "1 200", "1200"],
    ["meals", "12,5", "number-fractional"],
    ["meals", "-1", "number-negative"],
    ["fund", "-1 200,50", "-1200.5"],
    ["fund", "1e3", "number-malformed"],
    ["fund", "1".repeat(35), "number-out-of-range"],
  ])("of %s written %s", (name, text, expected) => {
    expect(read(name, "value", text)).toBe(expected);
  });
});
