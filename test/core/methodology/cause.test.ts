import { describe, expect, it } from "vitest";
import { CAUSES, causesOf } from "../../../packages/core/src/methodology/cause.ts";
import { getValue } from "../../support/get-value.ts";
import {
  label,
  parameter,
  parseSchool,
  RATE,
  SCHOOL_LINE,
  valued,
} from "../../support/school-methodology.ts";
import { stage } from "../../support/staged-city.ts";

type Document = Readonly<Record<string, unknown>>;

const LIST = {
  codeList: "cause",
  label: label("cause"),
  codes: ["wages", "rates", "rounding"].map((code) => ({ code, label: label(code) })),
};

function parse(cause: string, lists: readonly Document[]) {
  const table = { table: "steps", label: label("steps"), unit: "1", operandUnit: "1" };
  const fact = { fact: "last_year", label: label("last_year"), unit: "KZT", source: "last-year" };
  const { value: _, ...dated } = valued("1");
  return parseSchool({
    parameters: [{ ...RATE, cause }, parameter("plain", "1", [valued("1")])],
    lines: [SCHOOL_LINE],
    more: [
      {
        codeLists: lists,
        tables: [{ ...table, cause, values: [{ ...dated, points: [{ from: "0", value: "1" }] }] }],
        facts: [{ ...fact, of: "amount", cause }],
        stages: [stage("floors", 1, { kind: "floor", lines: ["school"], bound: "1 KZT", cause })],
      },
    ],
  });
}

describe("the causes there are", () => {
  it("are those of the methodology in its order, then those that are always known", () => {
    expect(causesOf(getValue(parseSchool()).codeLists)).toEqual(CAUSES);
    expect(causesOf(getValue(parse("wages", [LIST])).codeLists)).toEqual([
      ...["wages", "rates", "headcounts", "coefficients", "rules", "protections"],
      ...["envelope", "estimates"],
    ]);
  });
});

describe("a definition names its cause", () => {
  it("as a parameter, table, fact or stage, or says nothing", () => {
    const { parameters, tables, facts, stages } = getValue(parse("wages", [LIST]));
    expect(parameters.get("rate")?.cause).toBe("wages");
    expect(parameters.get("plain")?.cause).toBeUndefined();
    expect(tables.get("steps")?.cause).toBe("wages");
    expect(facts.get("last_year")?.cause).toBe("wages");
    expect(stages.map(({ cause }) => cause)).toEqual(["wages"]);
  });

  it.each(["wages", "rounding"])("and is refused at each place when there is no %s", (cause) => {
    const lists = cause === "wages" ? [] : [LIST];
    const parsed = parse(cause, lists);
    const places = parsed.ok
      ? []
      : parsed.issues.map(({ code, place }) => [code, place.path?.at(-1)]);
    expect(places).toEqual(Array.from({ length: 4 }, () => ["code-unknown", "cause"]));
  });

  it("of those always known without any list", () => {
    expect(parse("envelope", []).ok).toBe(true);
  });
});
