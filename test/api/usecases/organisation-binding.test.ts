import { expect, it } from "vitest";
import {
  bindingOf,
  checkBinding,
} from "../../../packages/api/src/usecases/organisation-binding.ts";

const people = {
  findUnknownOrganisations: (ids: readonly string[]) =>
    Promise.resolve(ids.filter((id) => id !== "a")),
};

it("only a director is bound, to each organisation once", () => {
  const organisationIds = ["b", "a", "b"];
  expect(bindingOf({ role: "director", organisationIds }).organisationIds).toEqual(["a", "b"]);
  expect(bindingOf({ role: "auditor", organisationIds }).organisationIds).toEqual([]);
});

it("a director without an organisation, or of one that nobody knows, is refused", async () => {
  const check = async (organisationIds: readonly string[]) =>
    (await checkBinding(people, { role: "director", organisationIds })).map(
      ({ code, facts }) => `${code} ${Object.values(facts).join()}`,
    );
  expect(await check([])).toEqual(["organisations-missing "]);
  expect(await check(["a", "x"])).toEqual(["organisation-not-kept x"]);
  expect(await checkBinding(people, { role: "editor", organisationIds: [] })).toEqual([]);
});
