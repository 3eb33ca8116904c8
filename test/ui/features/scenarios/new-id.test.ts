import { afterEach, describe, expect, it, vi } from "vitest";

import { newId, uuidOf } from "../../../../packages/ui/src/features/scenarios/new-id.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

describe("a new id", () => {
  it("is a random UUID, also where the browser makes none", () => {
    expect(newId()).toMatch(UUID);
    vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
    expect(newId()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  });

  it("keeps every bit of its bytes but those of the version", () => {
    expect(uuidOf(new Uint8Array(16))).toBe("00000000-0000-4000-8000-000000000000");
  });
});
