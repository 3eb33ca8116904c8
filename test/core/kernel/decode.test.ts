import { describe, expect, it } from "vitest";
import { decode } from "../../../packages/core/src/kernel/decode.ts";
import { ok } from "../../../packages/core/src/kernel/result.ts";
import { manifestSchema } from "../../../packages/core/src/methodology/document-schema.ts";

const PLACE = { file: "manifest.json" };
const MANIFEST = {
  formatVersion: 1,
  methodology: "kz/almaty",
  label: { ru: "а", kk: "а", en: "a" },
  years: [2026],
};

it("a document of the right shape comes back as it is", () => {
  expect(decode(manifestSchema, MANIFEST, PLACE)).toEqual(ok(MANIFEST));
});

describe("a fault is told with its path, what is expected and what stands there", () => {
  it.each([
    [{ ...MANIFEST, formatVersion: "1" }, ["formatVersion"], "number", "1"],
    [{ ...MANIFEST, methodology: 7 }, ["methodology"], '"7"', "7"],
    [{ ...MANIFEST, label: null }, ["label"], "object", "null"],
    [{ ...MANIFEST, methodology: { of: 1 } }, ["methodology"], "string", "{…}"],
    [{ ...MANIFEST, methodology: "KZ" }, ["methodology"], "kz/almaty", "KZ"],
    ["text", [], "object", "text"],
    [null, [], "object", "null"],
    [undefined, [], "object", "—"],
  ])("%o", (input, path, expected, found) => {
    const place = { ...PLACE, path };
    expect(decode(manifestSchema, input, PLACE)).toEqual({
      ok: false,
      issues: [{ code: "document-malformed", place, facts: { expected, found } }],
    });
  });
});

it("a field that is not there is told by its name", () => {
  const input = { ...MANIFEST, label: { ru: "а", kk: "а" } };
  const place = { ...PLACE, path: ["label", "en"] };
  expect(decode(manifestSchema, input, PLACE)).toEqual({
    ok: false,
    issues: [{ code: "field-missing", place, facts: { name: "en", expected: "string" } }],
  });
});

it("a bound that is passed is told", () => {
  const result = decode(manifestSchema, { ...MANIFEST, years: [2026, 1] }, PLACE);
  const [fault] = result.ok ? [] : result.issues;
  expect(fault?.place.path).toEqual(["years", 1]);
  expect(fault?.code === "document-malformed" && fault.facts.expected).toMatch(/1990/);
});

it("every fault is told, and every key that does not belong", () => {
  const input = { ...MANIFEST, years: "2026", colour: 1, shape: 2 };
  const result = decode(manifestSchema, input, PLACE);
  const found = result.ok ? [] : result.issues.map(({ code, place }) => [code, place.path]);
  expect(found).toEqual([
    ["document-malformed", ["years"]],
    ["key-unknown", ["colour"]],
    ["key-unknown", ["shape"]],
  ]);
});

it("a key that would change what an object is does not belong anywhere", () => {
  const input: unknown = JSON.parse(
    '{ "formatVersion": 1, "__proto__": {}, "label": { "ru": "а", "__proto__": "б" }, "years": [{ "__proto__": 1 }] }',
  );
  const result = decode(manifestSchema, input, PLACE);
  const found = result.ok ? [] : result.issues.filter(({ code }) => code === "key-unknown");
  expect(found.map(({ place }) => place.path)).toEqual([
    ["__proto__"],
    ["label", "__proto__"],
    ["years", 0, "__proto__"],
  ]);
});

it("a path inside a document goes on from the place that was given", () => {
  const place = { file: "a.json", path: ["acts", 0] };
  const result = decode(manifestSchema.shape.label, { ru: "а", kk: 5, en: "a" }, place);
  expect(result.ok ? [] : result.issues[0].place.path).toEqual(["acts", 0, "kk"]);
});

it("a long text is cut, so that an issue stays readable", () => {
  const result = decode(manifestSchema, { ...MANIFEST, methodology: "A".repeat(500) }, PLACE);
  expect(result.ok ? undefined : result.issues[0].facts).toMatchObject({ found: "A".repeat(80) });
});
