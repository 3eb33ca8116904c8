import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tiyn } from "../../../packages/core/src/money/index.ts";
import {
  AMOUNT,
  COUNT,
  DATE,
  DECIMAL,
  type Decoder,
  fold,
  memoize,
  TEXT,
} from "../../../packages/core/src/register/cell.ts";

const BLANKS = [" ", "\u00A0", "\u202F", "\u2009", "\u2007"];

describe("a count", () => {
  it.each([
    ["0", 0],
    ["1400", 1400],
    ["007", 7],
    ["1 400", 1400],
    ["1\u00A0234\u2009567", 1_234_567],
    ["12,0", 12],
    ["12.00", 12],
  ])("%s is read", (text, value) => {
    expect(read(COUNT, text)).toBe(value);
  });

  it.each([
    ["-5", "number-negative"],
    ["\u22125", "number-negative"],
    ["-1,5", "number-negative"],
    ["12,5", "number-fractional"],
    ["1,000", "number-fractional"],
    ["1.000", "number-fractional"],
    ["12 34", "number-malformed"],
    ["1 4000", "number-malformed"],
    ["1e3", "number-malformed"],
    ["\u20135", "number-malformed"],
    ["двести", "number-malformed"],
    ["1234567890", "number-out-of-range"],
  ])("%s is refused as %s", (text, code) => {
    expect(read(COUNT, text)).toBe(code);
  });
});

describe("an amount", () => {
  it.each([
    ["167080937.66", 16_708_093_766n],
    ["167 080 937,66", 16_708_093_766n],
    ["0", 0n],
    ["-0,00", 0n],
  ])("%s is read to the tiyn", (text, value) => {
    expect(read(AMOUNT, text)).toBe(tiyn(value));
  });

  it.each([
    ["12.345", "amount-fraction"],
    ["1,234", "amount-fraction"],
    ["1,234.56", "number-malformed"],
    ["12 ₸", "number-malformed"],
    ["-12,5", "number-negative"],
    ["\u22121 000", "number-negative"],
    ["9".repeat(31), "number-out-of-range"],
  ])("%s is refused as %s", (text, code) => {
    expect(read(AMOUNT, text)).toBe(code);
  });
});

describe("a decimal", () => {
  it.each([
    ["1 000,50", "1000.5"],
    ["-0.085", "-0.085"],
    ["много", "number-malformed"],
    ["1".repeat(35), "number-out-of-range"],
  ])("%s becomes %s", (text, value) => {
    expect(read(DECIMAL, text)).toBe(value);
  });
});

describe("a date", () => {
  it.each([
    ["2026-09-01", "2026-09-01"],
    ["01.09.2026", "2026-09-01"],
    ["1.9.2026", "2026-09-01"],
    ["2026-09-01T00:00:00", "2026-09-01"],
    ["2026-09-01 00:00:00.000", "2026-09-01"],
    ["29.02.2024", "2024-02-29"],
    ["29.02.2026", "date-malformed"],
    ["2026-09-01T08:30:00", "date-malformed"],
    ["09/01/2026", "date-malformed"],
    ["46266", "date-malformed"],
  ])("%s becomes %s", (text, value) => {
    expect(read(DATE, text)).toBe(value);
  });
});

describe("a text", () => {
  it.each(["=1+1", "+7 727", "-", "@школа"])("%s stays text", (text) => {
    expect(read(TEXT, text)).toBe(text);
  });

  it("stands on one line", () => {
    expect(read(TEXT, "Школа \r\n № 1")).toBe("Школа № 1");
  });
});

describe("folded words", () => {
  it("are equal whatever their case, blanks, line breaks and ё", () => {
    expect(fold(" Одарённых\u00A0\n ДЕТЕЙ ")).toBe(fold("одаренных детей"));
  });

  it("are equal whether й is one character or two", () => {
    expect(fold("казахски\u0438\u0306")).toBe(fold("казахски\u0439"));
  });
});

it.each([TEXT, COUNT, AMOUNT, DECIMAL, DATE])("what is expected has a word", ({ expected }) => {
  for (const language of ["ru", "kk", "en"]) expect(tokensOf(language)).toHaveProperty(expected);
});

describe("a remembered decoder", () => {
  it("decodes each text once", () => {
    let times = 0;
    const counting: Decoder<string> = {
      expected: "",
      decode: (text) => {
        times += 1;
        return TEXT.decode(text);
      },
    };
    const remembered = memoize(counting);
    for (const text of ["a", "a", "b"]) expect(read(remembered, text)).toBe(text);
    expect(times).toBe(2);
  });
});

describe("laws", () => {
  it("any grouping of a count is the count", () => {
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.infiniteStream(fc.constantFrom(...BLANKS)),
        (count, blanks) => {
          expect(read(COUNT, group(String(count), blanks))).toBe(count);
        },
      ),
    );
  });

  it("any grouping and decimal sign of an amount is the amount; none is below zero", () => {
    const amount = fc.bigInt(0n, 10n ** 20n);
    const signs = fc.tuple(fc.constantFrom("-", "\u2212"), fc.constantFrom(".", ","));
    const blanks = fc.infiniteStream(fc.constantFrom(...BLANKS));
    fc.assert(
      fc.property(amount, signs, blanks, (value, [minus, point], stream) => {
        const digits = value.toString().padStart(3, "0");
        const text = `${group(digits.slice(0, -2), stream)}${point}${digits.slice(-2)}`;
        expect(read(AMOUNT, text)).toBe(value);
        expect(read(AMOUNT, minus + text)).toBe(value === 0n ? value : "number-negative");
      }),
    );
  });
});

function group(digits: string, blanks: Iterator<string>): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, () => String(blanks.next().value));
}

function tokensOf(language: string): unknown {
  const path = new URL(`../../../packages/core/text/${language}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly token: unknown }).token;
}

/** The value, or the code of the fault. */
function read<Value>(decoder: Decoder<Value>, text: string): Value | string {
  const result = decoder.decode(text);
  return result.ok ? result.value : result.fault({}).code;
}
