import { expect, it } from "vitest";
import type { ScenarioEvent } from "../../../packages/api/src/contract.ts";
import { createScenarioWatchers } from "../../../packages/api/src/http/scenario-watchers.ts";
import type { ScenarioFeed } from "../../../packages/api/src/usecases/scenario-ports.ts";

it("a person with two windows is one person, who leaves with the last of them", async () => {
  const silent: ScenarioFeed = { watch: () => Promise.resolve(() => undefined) };
  const watchers = createScenarioWatchers(silent);
  const [one, two] = [person("1"), person("2")];
  const heard: (readonly string[])[] = [];
  const listen = (event: ScenarioEvent): void => {
    if (event.kind === "presence") heard.push(event.people.map(({ id }) => id));
  };
  const leave = await watchers.enter({ scenarioId: "a", person: one, tell: listen });
  const quiet = { scenarioId: "a", person: two, tell: () => undefined };
  const first = await watchers.enter(quiet);
  const second = await watchers.enter({ ...quiet });
  await watchers.enter({ ...quiet, scenarioId: "b" });
  first?.();
  first?.();
  second?.();
  leave?.();
  expect(heard).toEqual([["1"], ["1", "2"], ["1", "2"], ["1", "2"], ["1"]]);
});

function person(id: string) {
  return { id, name: `Человек ${id}` };
}
