import { expect, it } from "vitest";
import { createTurns } from "../../../packages/api/src/usecases/scenario-turns.ts";

it("turns of one name follow each other, also after one that failed; other names do not wait", async () => {
  const takeTurn = createTurns();
  const told: string[] = [];
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = takeTurn("a", async () => {
    await gate;
    told.push("first");
    throw new Error("the first one broke");
  });
  const second = takeTurn("a", () => Promise.resolve(told.push("second")));
  await takeTurn("b", () => Promise.resolve(told.push("other")));
  open();
  await expect(first).rejects.toThrow("the first one broke");
  expect(await second).toBe(3);
  expect(told).toEqual(["other", "first", "second"]);
});
