import { expect, it } from "vitest";
import { personEntry } from "../../../packages/api/src/usecases/people-context.ts";

it("an entry about a person names them by id, and whoever did it", () => {
  const madeAt = new Date(0);
  const event = { madeAt, actor: "2", action: "person-changed", personId: "1" } as const;
  expect(personEntry({ ...event, facts: { role: "editor" } })).toEqual({
    ...{ madeAt, actor: "2", action: "person-changed" },
    ...{ subject: "person 1", facts: { role: "editor" } },
  });
});
