import { describe, expect, it } from "vitest";
import {
  bindAttribute,
  bindItem,
  createScope,
  OUTERMOST,
  readingMonth,
  scopeOfFormula,
  scopeOfSum,
} from "../../../../packages/core/src/calculation/columns/scope.ts";
import { present } from "../../../../packages/core/src/kernel/index.ts";
import type { NameNode, TextNode } from "../../../../packages/core/src/methodology/index.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { formula, label } from "../../../support/school-methodology.ts";

const { plan, register } = binderOf("of_level['basic', '01']", {
  formulas: [formula("of_level", "1", "1", { grain: ["level", "month"], valuesOn: "month" })],
  more: [
    {
      mappings: [
        {
          ...{ mapping: "owner_of", label: label("owner_of"), from: "district", to: "ownership" },
          codes: { north: "private", south: "state" },
        },
      ],
    },
  ],
});
const span = { start: 0, end: 0 };
const name = (text: string, ...index: readonly (NameNode | TextNode)[]): NameNode => ({
  ...{ kind: "name", name: text, index, span },
});
const bind = (item: NameNode | TextNode, scope = OUTERMOST) =>
  bindItem(item, scope, plan.methodology, register);

/** What the first rows of a column of codes say. */
function textsOf(binding: ReturnType<typeof bind>, ...codes: readonly number[]) {
  return codes.map(binding.textOf);
}

describe("an item of an index means", () => {
  it("its code where it is written", () => {
    const binding = bind({ kind: "text", value: "basic", span });
    expect(binding).toMatchObject({ id: "'basic'", key: undefined });
    expect(textsOf(binding, 0)).toEqual(["basic"]);
  });

  it("what a sum binds, before an attribute of that name", () => {
    const { scope, keys } = scopeOfSum(OUTERMOST, ["count", "district"], register);
    expect(keys).toEqual(["count:0", "district:1"]);
    expect(bind(name("district"), scope)).toMatchObject({ id: "district:1", key: "district:1" });
    expect(textsOf(bind(name("district"), scope), 0, 1)).toEqual(["north", "south"]);
    expect(bind(name("district"))).toMatchObject({ key: "@district" });
  });

  it("an attribute, whose code zero is none", () => {
    const binding = bindAttribute("ownership", register);
    expect(textsOf(binding, 0, 1, 2)).toEqual([undefined, "state", "private"]);
  });

  it("what a mapping makes of it, empty text where it has none for it", () => {
    const { scope } = scopeOfSum(OUTERMOST, ["district"], register);
    const binding = bind(name("owner_of", name("district")), scope);
    expect(binding).toMatchObject({ id: "owner_of(district:0)", key: "district:0" });
    expect(textsOf(binding, 0, 1)).toEqual(["private", "state"]);
    const other = bind(name("owner_of", { kind: "text", value: "nowhere", span }));
    expect(textsOf(other, 0)).toEqual([""]);
    expect(textsOf(bind(name("owner_of", name("district"))), 0)).toEqual([undefined]);
  });
});

describe("a scope", () => {
  it("inside another has keys of its own", () => {
    const outer = scopeOfSum(OUTERMOST, ["level"], register);
    const inner = scopeOfSum(outer.scope, ["level", "count"], register);
    expect(inner.keys).toEqual(["level:1", "count:2"]);
    expect(inner.scope.bindings.get("level")?.key).toBe("level:1");
    expect([OUTERMOST.depth, outer.scope.depth, inner.scope.depth]).toEqual([0, 1, 3]);
  });

  it("of a formula binds its dimensions to what it is named with, and nothing else", () => {
    const { scope } = scopeOfSum(OUTERMOST, ["count", "level"], register);
    const formula = present(plan.formulas.get("of_level"), "of_level");
    const made = scopeOfFormula(formula, [bind(name("level"), scope)], scope.depth);
    expect([...made.bindings.keys()]).toEqual(["level"]);
    expect(made.bindings.get("level")?.key).toBe("level:1");
    expect(made).toMatchObject({ valuesOn: "month", depth: 2 });
  });

  it("is named by all that it means", () => {
    const bindings = new Map([["level", bindAttribute("district", register)]]);
    const ids = [
      createScope(new Map(), "year", 0).id,
      createScope(new Map(), "month", 0).id,
      createScope(new Map(), "year", 1).id,
      createScope(bindings, "year", 0).id,
    ];
    expect(new Set(ids).size).toBe(4);
    expect(createScope(bindings, "year", 0).id).toBe(ids[3]);
  });

  it("reads values on the days of its month only where its formula says so", () => {
    const { scope } = scopeOfSum(OUTERMOST, ["month"], register);
    expect(readingMonth(scope)).toBeUndefined();
    const monthly = createScope(scope.bindings, "month", 1);
    expect(readingMonth(monthly)?.key).toBe("month:0");
    expect(readingMonth(createScope(new Map(), "month", 0))).toBeUndefined();
  });
});
