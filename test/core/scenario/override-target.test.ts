import { describe, expect, it } from "vitest";
import type { Override } from "../../../packages/core/src/index.ts";
import {
  cellOf,
  contentOf,
  isSameThing,
  saysTheSame,
  supersedes,
  targetOf,
} from "../../../packages/core/src/scenario/override-target.ts";
import { scenario } from "../../support/overridden-city.ts";

type Document = Readonly<Record<string, unknown>>;

function one(override: Document): Override {
  const [read] = scenario([override]).overrides;
  if (read === undefined) throw new Error("one override");
  return read;
}

function rate(days: Document, value = "1"): Override {
  return one({ parameter: "rate", ...days, value });
}

const SPRING = { validFrom: "2026-03-01", validTo: "2026-06-01" };
const SUMMER = { validFrom: "2026-06-01", validTo: "2026-09-01" };

describe("what an override is about", () => {
  it.each([
    [{ parameter: "p", key: { b: "2", a: "1" }, value: "1" }, "parameter p[a=1;b=2]"],
    [{ parameter: "p", value: "1", ...SPRING }, "parameter p"],
    [{ fact: "f", organisation: "x", key: { b: "2", a: "1" }, value: null }, "fact x f[a=1;b=2]"],
    [{ fact: "f", organisation: "x", value: "1" }, "fact x f"],
    [{ formula: "f", expression: "1" }, "formula f"],
    [{ switch: "s", on: true }, "switch s"],
    [{ envelope: "1" }, "envelope city"],
    [{ envelope: "1", budgetCode: "04" }, "envelope budgetCode=04"],
  ])("%o is called %s", (override, name) => {
    expect(targetOf(one(override))).toBe(name);
  });

  it("fills a cell of its own for the days that it names", () => {
    expect(cellOf(rate({}))).toBe("parameter rate");
    expect(cellOf(rate(SPRING))).toBe("parameter rate 2026-03-01..2026-06-01");
    expect(cellOf(rate({ validFrom: "2026-03-01" }))).toBe("parameter rate 2026-03-01..");
    expect(cellOf(one({ switch: "s", on: true }))).toBe("switch s");
  });

  it("is the same for values of one key on days that meet, and for the whole year", () => {
    expect(isSameThing(rate(SPRING), rate(SUMMER))).toBe(false);
    expect(isSameThing(rate(SPRING), rate({ validFrom: "2026-05-31" }))).toBe(true);
    expect(isSameThing(rate({}), rate(SUMMER))).toBe(true);
    expect(isSameThing(rate({}), rate({ key: { level: "basic" } }))).toBe(false);
  });

  it("is left nothing of by a later one that covers its days", () => {
    expect(supersedes(rate({}), rate(SPRING))).toBe(true);
    expect(supersedes(rate(SPRING), rate({}))).toBe(false);
    expect(supersedes(rate(SPRING), rate({ ...SPRING, validTo: "2026-05-01" }))).toBe(true);
    expect(supersedes(rate({ ...SPRING, validFrom: "2026-04-01" }), rate(SPRING))).toBe(false);
    expect(supersedes(rate({ ...SPRING, validTo: "2026-05-01" }), rate(SPRING))).toBe(false);
    expect(supersedes(rate(SPRING, "2"), rate(SPRING))).toBe(true);
    expect(supersedes(rate({ validFrom: "2026-03-01" }), rate(SPRING))).toBe(true);
    expect(supersedes(rate(SPRING), rate({ validFrom: "2026-03-01" }))).toBe(false);
    expect(supersedes(one({ switch: "a", on: true }), one({ switch: "a", on: false }))).toBe(true);
    expect(supersedes(one({ switch: "a", on: true }), one({ switch: "b", on: true }))).toBe(false);
  });
});

describe("what an override says", () => {
  it("is the same whoever says it, why, and however it is written", () => {
    expect(saysTheSame(rate({}, "10"), rate({ reason: "other", author: "B" }, "10.00"))).toBe(true);
    expect(saysTheSame(rate({}, "10"), rate({}, "10.01"))).toBe(false);
    expect(saysTheSame(rate({}, "2/6"), rate({}, "1/3"))).toBe(true);
    expect(saysTheSame(rate({}, "1/3"), rate({}, `0.${"3".repeat(33)}`))).toBe(false);
    expect(saysTheSame(rate({}, "10"), rate(SPRING, "10"))).toBe(false);
    expect(saysTheSame(rate(SPRING), rate({ validFrom: SPRING.validFrom }))).toBe(false);
    expect(saysTheSame(rate({}, "1e5"), rate({}, "1e5"))).toBe(true);
    expect(saysTheSame(rate({}, "1e5"), rate({}, "1e6"))).toBe(false);
    const text = (expression: string | readonly string[]) => one({ formula: "f", expression });
    expect(saysTheSame(text("a*( b - 1 )"), text(["a * (b", "− 1)"]))).toBe(true);
    expect(saysTheSame(text("'a b'"), text("'a  b'"))).toBe(false);
  });

  it("tells a cell that is gone from one of zero, and limits by the tiyn", () => {
    const cell = (value: string | null) => one({ fact: "f", organisation: "x", value });
    expect(saysTheSame(cell(null), cell("0"))).toBe(false);
    expect(saysTheSame(cell("0.0"), cell("0"))).toBe(true);
    expect(contentOf(one({ envelope: "1.5" }))).toBe(contentOf(one({ envelope: "1.50" })));
    expect(contentOf(one({ switch: "s", on: true }))).not.toBe(
      contentOf(one({ switch: "s", on: false })),
    );
  });
});
