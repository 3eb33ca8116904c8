import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";

import {
  allPages,
  keepScenario,
  keyOf,
} from "../../../../packages/ui/src/features/scenarios/scenario-queries.ts";
import { SCENARIO } from "../../support/small-scenario.ts";

describe("a list in pages", () => {
  it("is read to its end", async () => {
    const asked: (string | undefined)[] = [];
    const items = await allPages(({ after }) => {
      asked.push(after);
      const isLast = after === "b";
      return Promise.resolve({ items: [after ?? "a"], next: isLast ? null : "b" });
    });
    expect(items).toEqual(["a", "b"]);
    expect(asked).toEqual([undefined, "b"]);
  });
});

describe("an answer that tells of a scenario", () => {
  it("is what the scenario is, and makes all that hangs on it grow old", () => {
    const client = new QueryClient();
    client.setQueryData(["scenarios"], []);
    client.setQueryData(keyOf("s-1", "gate"), {});
    client.setQueryData(keyOf("s-2", "gate"), {});
    keepScenario(client, SCENARIO);
    expect(client.getQueryData(keyOf("s-1", "detail"))).toEqual(SCENARIO);
    const isOld = (key: readonly string[]) => client.getQueryState(key)?.isInvalidated;
    expect([["scenarios"], keyOf("s-1", "gate"), keyOf("s-2", "gate")].map(isOld)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
