import { describe, expect, it } from "vitest";

import {
  comparable,
  matchesQuery,
} from "../../../../packages/ui/src/features/allocation/find-rows.ts";

const school = {
  names: comparable("КГУ «Школа для одарённых детей № 524» «№ 524 дарынды балалар мектебі»"),
  code: "990391018056",
};

describe("a search", () => {
  it.each(["ОДАРЕННЫХ", "одарённых", "мектебі", "№ 524", "школа 524", "990391018056", "8056"])(
    "finds by %s",
    (query) => expect(matchesQuery(school, query)).toBe(true),
  );

  it.each(["лицей", "школа лицей", "805", "99039101805x"])("does not find by %s", (query) => {
    expect(matchesQuery(school, query)).toBe(false);
  });
});
