import { describe, expect, it } from "vitest";
import { columnsOfRegister, openModel } from "../../../packages/core/src/index.ts";
import type { Scope } from "../../../packages/core/src/scenario/scenario.ts";
import { amountOf, checkScope } from "../../../packages/core/src/scenario/scope-amount.ts";
import { getValue } from "../../support/get-value.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import { estimate, organisation, pupils, snapshot } from "../../support/school-register.ts";

const REGISTER = snapshot({
  organisations: [organisation(), organisation({ id: "b", attributes: { district: "south" } })],
  headcounts: [pupils("a", "2026-01-01", "primary", 3), pupils("b", "2026-01-01", "primary", 4)],
  estimates: [estimate({ tenge: "5" }), estimate({ tenge: "0.01", organisationId: "b" })],
});
const PLAN = schoolPlan({
  lines: [
    line("one", "pupils['january', 'primary'] * 10 KZT/pupil"),
    line("two", "pupils['january', 'primary'] * 1 KZT/pupil", { tier: "preschool" }),
  ],
});
const MODEL = getValue(openModel(PLAN, columnsOfRegister(PLAN, REGISTER)));

const PRIVATE = { ownership: "private" };

describe("what a member of the city gets, estimates among it", () => {
  it.each<[Scope, bigint]>([
    [{ by: "city" }, 8_201n],
    [{ by: "tier", member: "secondary" }, 7_000n],
    [{ by: "tier", member: "preschool" }, 700n],
    [{ by: "tier", member: "overhead" }, 501n],
    [{ by: "district", member: "north" }, 3_300n],
    [{ by: "district", member: "south" }, 4_401n],
    [{ by: "district", member: "citywide" }, 500n],
    [{ by: "organisation", member: "a" }, 3_300n],
    [{ by: "organisation", member: "b" }, 4_401n],
    [{ by: "budgetCode", member: "04.2.360.040" }, 8_201n],
  ])("%j", (scope, amount) => {
    expect(amountOf(MODEL, scope)).toBe(amount);
    expect(checkScope(MODEL, scope, {})).toEqual({ ok: true, value: scope });
  });

  it("is nothing for an organisation without a line", () => {
    const plan = schoolPlan({
      lines: [
        line("one", "pupils['january', 'primary'] * 10 KZT/pupil", {
          when: "ownership = 'state'",
        }),
      ],
    });
    const organisations = [organisation(), organisation({ id: "b", attributes: PRIVATE })];
    const register = columnsOfRegister(plan, snapshot({ ...REGISTER, organisations }));
    const model = getValue(openModel(plan, register));
    expect(amountOf(model, { by: "organisation", member: "a" })).toBe(3_000n);
    expect(amountOf(model, { by: "organisation", member: "b" })).toBe(1n);
  });

  it.each<Exclude<Scope, { readonly by: "city" }>>([
    { by: "tier", member: "overhead" },
    { by: "tier", member: "preschool" },
    { by: "district", member: "south" },
    { by: "budgetCode", member: "04.1.360.034" },
  ])("is nothing where nobody is paid: %j", (scope) => {
    const plan = schoolPlan({ lines: [line("one", "pupils['january', 'primary'] * 0 KZT/pupil")] });
    const register = columnsOfRegister(plan, snapshot({ headcounts: REGISTER.headcounts }));
    const model = getValue(openModel(plan, register));
    expect(checkScope(model, scope, {})).toEqual({ ok: true, value: scope });
    expect(amountOf(model, scope)).toBe(0n);
    expect(checkScope(model, { ...scope, member: "" }, {}).ok).toBe(false);
  });

  it("is that of a district which only the register knows, though nobody there is paid", () => {
    const state = { when: "ownership = 'state'", exists: "when" };
    const plan = schoolPlan({
      lines: [line("one", "pupils['january', 'primary'] * 1 KZT/pupil", state)],
    });
    const organisations = [
      organisation(),
      organisation({ id: "w", attributes: { ...PRIVATE, district: "west" } }),
      organisation({ id: "n", attributes: { ...PRIVATE, district: "" } }),
    ];
    const headcounts = REGISTER.headcounts.slice(0, 1);
    const register = columnsOfRegister(plan, snapshot({ organisations, headcounts }));
    const model = getValue(openModel(plan, register));
    expect(checkScope(model, { by: "district", member: "west" }, {}).ok).toBe(true);
    expect(checkScope(model, { by: "tier", member: "west" }, {}).ok).toBe(false);
    expect(checkScope(model, { by: "district", member: "" }, {}).ok).toBe(false);
    expect(checkScope(model, { by: "district", member: "wost" }, {})).toMatchObject({
      issues: [{ facts: { name: "wost", kind: "district", suggestion: "west" } }],
    });
  });

  it("is nothing for a member that is known and not paid", () => {
    expect(checkScope(MODEL, { by: "budgetCode", member: "04.1.360.034" }, {}).ok).toBe(true);
    expect(amountOf(MODEL, { by: "budgetCode", member: "04.1.360.034" })).toBe(0n);
  });

  it.each<[Scope, string]>([
    [{ by: "tier", member: "secondry" }, "reference-unknown"],
    [{ by: "district", member: "east" }, "reference-unknown"],
    [{ by: "budgetCode", member: "09" }, "reference-unknown"],
    [{ by: "organisation", member: "c" }, "organisation-absent"],
  ])("is refused for one that nobody knows: %j", (scope, code) => {
    const refused = checkScope(MODEL, scope, { column: "target" });
    expect(refused).toMatchObject({ issues: [{ code, place: { column: "target" } }] });
  });

  it("suggests the name that was meant", () => {
    const refused = checkScope(MODEL, { by: "tier", member: "secondry" }, {});
    expect(refused).toMatchObject({ issues: [{ facts: { suggestion: "secondary" } }] });
  });
});
