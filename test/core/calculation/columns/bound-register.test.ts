import { describe, expect, it } from "vitest";
import {
  attributeKey,
  bindRegister,
  lifeOf,
  OPEN_KEY,
} from "../../../../packages/core/src/calculation/columns/bound-register.ts";
import { columnsOfRegister } from "../../../../packages/core/src/calculation/columns/columns-of-register.ts";
import { ORGANISATION_KEY } from "../../../../packages/core/src/calculation/columns/domain.ts";
import { present } from "../../../../packages/core/src/kernel/index.ts";
import { schoolPlan } from "../../../support/school-methodology.ts";
import { organisation, snapshot } from "../../../support/school-register.ts";
import { THREE_SCHOOLS } from "../../../support/three-schools.ts";

const PLAN = schoolPlan();
const COLUMNS = columnsOfRegister(PLAN, THREE_SCHOOLS);

describe("codes of a dimension have one numbering", () => {
  const { numbering, factCells } = bindRegister(PLAN, COLUMNS);

  it("first those of its list, in its order, then any others as they come", () => {
    const { texts, numberOf } = numbering("level");
    expect(["primary", "basic", "primary"].map(numberOf)).toEqual([0, 1, 0]);
    expect([numberOf("unknown"), numberOf("other"), numberOf("unknown")]).toEqual([2, 3, 2]);
    expect(texts).toEqual(["primary", "basic", "unknown", "other"]);
    expect(numbering("level").numberOf("other")).toBe(3);
  });

  it("that all facts share", () => {
    const fact = (id: string) => present(PLAN.methodology.facts.get(id), id);
    const pupils = factCells(fact("pupils"));
    const places = factCells(fact("places"));
    // Four cells of a, one of b; two of a and one of b.
    expect(pupils?.codes).toEqual([Int32Array.of(0, 0, 1, 1, 0), Int32Array.of(0, 1, 0, 1, 0)]);
    expect(places?.codes).toEqual([Int32Array.of(0, 1, 0), Int32Array.of(0, 1, 1)]);
    expect(factCells(fact("pupils"))?.codes).toBe(pupils?.codes);
  });

  it("a fact without a row has no cells", () => {
    const bound = bindRegister(PLAN, columnsOfRegister(PLAN, snapshot()));
    const fact = present(PLAN.methodology.facts.get("pupils"), "pupils");
    expect(bound.factCells(fact)).toBeUndefined();
    bound.replaceFacts(COLUMNS.facts);
    expect(bound.factCells(fact)?.column).toBe(COLUMNS.facts.get("pupils"));
  });
});

describe("what follows from an organisation", () => {
  const { derive, attributeText, openMonths, everybody } = bindRegister(PLAN, COLUMNS);
  const everyone = present(everybody.keys.get(ORGANISATION_KEY), "organisations");

  it("is its attribute, zero where it has none", () => {
    const capacity = derive(attributeKey("capacity"), everyone);
    expect(capacity).toEqual({ codes: Int32Array.of(1, 0, 2), count: 3 });
    const texts = [...capacity.codes].map((code) => attributeText("capacity", code));
    expect(texts).toEqual(["100", undefined, "0"]);
    expect(derive(attributeKey("unheard_of"), everyone)).toEqual({
      ...{ codes: Int32Array.of(0, 0, 0), count: 1 },
    });
  });

  it("as the rows have their organisations", () => {
    const rows = { codes: Int32Array.of(2, 2, 0), count: 3 };
    expect(derive(attributeKey("district"), rows).codes).toEqual(Int32Array.of(2, 2, 1));
  });

  it("is the months in which it is open, the same for all who share them", () => {
    const { codes, count } = derive(OPEN_KEY, everyone);
    expect([codes, count]).toEqual([Int32Array.of(0, 1, 0), 2]);
    expect(openMonths(0).size).toBe(12);
    expect([...openMonths(1)]).toEqual(["04", "05", "06", "07", "08", "09", "10", "11", "12"]);
  });

  it("whatever the days, when the months are the same", () => {
    const plan = schoolPlan();
    const organisations = [
      organisation(),
      organisation({ id: "b", opened: "2026-01-01" }),
      organisation({ id: "c", opened: "2026-01-02" }),
      organisation({ id: "d", opened: "2020-01-01", closed: "2026-02-28" }),
      organisation({ id: "e", opened: "2020-01-01", closed: "2026-03-30" }),
      organisation({ id: "f", opened: "2020-01-01" }),
    ];
    const bound = bindRegister(plan, columnsOfRegister(plan, snapshot({ organisations })));
    const all = present(bound.everybody.keys.get(ORGANISATION_KEY), "organisations");
    expect(bound.derive(OPEN_KEY, all).codes).toEqual(Int32Array.of(0, 0, 1, 2, 2, 0));
  });
});

it("an organisation is open from its first day to its last, if it has one", () => {
  const organisations = [organisation(), organisation({ id: "b", closed: "2026-05-31" })];
  const columns = columnsOfRegister(PLAN, snapshot({ organisations }));
  expect(lifeOf(columns.organisations, 0)).toEqual({
    ...{ openedOn: "1990-09-01", closedOn: undefined },
  });
  expect(lifeOf(columns.organisations, 1)).toMatchObject({ closedOn: "2026-05-31" });
});
