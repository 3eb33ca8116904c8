import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyLayer, tinyParameter, tinyValue } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const clause = (provision: string) => ({ provision, locator: labelOf(provision) });
const ORDER = {
  act: "order-597",
  label: labelOf("Order 597"),
  number: "597",
  adoptedOn: "2017-11-27",
  provisions: [clause("6-2"), clause("7")],
};

function withGround(change: Readonly<Record<string, unknown>>) {
  const values = [{ ...tinyValue("1"), ...change }];
  return { acts: [ORDER], parameters: [{ ...tinyParameter("p", "1"), values }] };
}

it("a value names its clause with the act", () => {
  const change = { status: "enacted", provision: "order-597/6-2", confirmedBy: "second person" };
  const { parameters } = getValue(parseMethodology([tinyLayer(withGround(change))]));
  expect(parameters.get("p")?.values[0]?.provision).toMatchObject({
    id: "order-597/6-2",
    act: { id: "order-597", number: "597", adoptedOn: "2017-11-27" },
    locator: labelOf("6-2"),
  });
});

describe("what a status asks for", () => {
  const provision = "order-597/6-2";
  const binding = "provision, confirmedBy";

  it.each([
    [{ status: "assumed" }, ""],
    [{ status: "assumed", source: "a guess" }, ""],
    [{ status: "draft" }, "draft provision | source"],
    [{ status: "draft", source: "the draft" }, ""],
    [{ status: "secondary" }, "secondary provision | source"],
    [{ status: "secondary", provision }, ""],
    [{ status: "local", provision }, `local ${binding}`],
    [{ status: "local", source: "press", confirmedBy: "x" }, `local ${binding}`],
    [{ status: "enacted", confirmedBy: "x" }, `enacted ${binding}`],
    [{ status: "enacted", provision, confirmedBy: "x" }, ""],
  ])("%o", (change, missing) => {
    const fault = `provenance-missing parameters.0.values.0.status ${missing}`;
    expect(documentFaults(withGround(change))).toEqual(missing === "" ? [] : [fault]);
  });
});

it("a clause that no act has is told, with the nearest", () => {
  expect(documentFaults(withGround({ status: "secondary", provision: "order-597/6-3" }))).toEqual([
    "reference-unknown parameters.0.values.0.provision order-597/6-3 provision order-597/6-2",
  ]);
});

it("an act has a clause once, and a layer has an act once", () => {
  const twice = { ...ORDER, provisions: [clause("7"), clause("7")] };
  expect(documentFaults({ acts: [twice] })).toEqual([
    "definition-duplicate acts.0.provisions.1.provision order-597/7 provision",
  ]);
  expect(documentFaults({ acts: [ORDER, ORDER] })).toEqual([
    "definition-duplicate acts.1 order-597 act",
  ]);
});
