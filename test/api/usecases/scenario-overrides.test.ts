import { describe, expect, it } from "vitest";
import {
  readOverrides,
  writeOverride,
} from "../../../packages/api/src/usecases/scenario-overrides.ts";
import { getValue } from "../../support/get-value.ts";

describe("an override that travels", () => {
  it.each([
    [{ parameter: "rate", key: { level: "basic" }, value: "5", reason: "why" }],
    [{ parameter: "rate", validFrom: "2026-07-01", value: "5", reason: "" }],
    [{ fact: "pupils", organisation: "a", key: { count: "january" }, value: null, reason: "" }],
    [{ formula: "worth", expression: "1 KZT", reason: "why" }],
    [{ switch: "floors", on: false, reason: "why" }],
    [{ envelope: "5.00", tier: "secondary", reason: "why" }],
  ])("is kept as it was said: %o", (document) => {
    expect(getValue(readOverrides([document])).map(writeOverride)).toEqual([document]);
  });

  it("loses what its sender says of author and time: the server knows both", () => {
    const said = { switch: "floors", on: true, reason: "", author: "X", madeAt: "2026-01-01" };
    const [written] = getValue(readOverrides([said])).map(writeOverride);
    expect(written).toEqual({ switch: "floors", on: true, reason: "" });
  });

  it("with a reason that is no text, or of no known kind, is refused with its position", () => {
    const refused = readOverrides([{ switch: "floors", on: true, reason: 5 }, { nothing: 1 }]);
    const places = refused.ok ? [] : refused.issues.map(({ place }) => place.path?.slice(0, 2));
    expect(places).toEqual([
      ["overrides", 0],
      ["overrides", 1],
    ]);
  });
});
