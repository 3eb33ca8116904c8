import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import {
  isWholeRole,
  RoleFields,
  readBins,
  roleBody,
} from "../../../../packages/ui/src/features/people/role-fields.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(cleanup);

describe("the organisations of a director", () => {
  it("are read however they are written, each once", () => {
    expect(readBins(" 600140375485,600140001690;\n600140375485 ")).toEqual([
      "600140375485",
      "600140001690",
    ]);
  });

  it("are asked of directors only", () => {
    expect(isWholeRole({ role: "director", bins: "" })).toBe(false);
    expect(isWholeRole({ role: "director", bins: "60014037548" })).toBe(false);
    expect(isWholeRole({ role: "director", bins: "600140375485" })).toBe(true);
    expect(isWholeRole({ role: "auditor", bins: "" })).toBe(true);
    expect(roleBody({ role: "auditor", bins: "600140375485" })).toEqual({
      role: "auditor",
      organisationIds: [],
    });
  });
});

it("says what a role may do, and after a try what is missing", async () => {
  const typed = { role: "director", bins: "" } as const;
  await renderScreen(<RoleFields typed={typed} onChange={() => undefined} isTried={true} />);
  expect(screen.getByText("Видит только выпущенные суммы своих организаций.")).toBeTruthy();
  expect(screen.getByText("Укажите хотя бы один БИН; в каждом 12 цифр.")).toBeTruthy();
});
