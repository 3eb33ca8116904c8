import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../../packages/core/src/index.ts";

it("is the SHA-256 of the canonical text", () => {
  // Published digest of the two characters {}.
  expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

it("is of the whole text, however long it is", () => {
  const list = Array.from({ length: 30_000 }, (_, place) => [place, "школа 🏫"]);
  const expected = createHash("sha256").update(JSON.stringify(list), "utf8").digest("hex");
  expect(hashOf(list)).toBe(expected);
  expect(hashOf(() => list)).toBe(expected);
});

describe("laws", () => {
  it("comes to what the platform's SHA-256 comes to, whatever the letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const expected = createHash("sha256").update(JSON.stringify(text), "utf8").digest("hex");
        expect(hashOf(text)).toBe(expected);
      }),
    );
  });
});
