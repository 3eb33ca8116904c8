import { describe, expect, it } from "vitest";

import { ACCESS, isAllowed } from "../../../../packages/api/src/access/access-table.ts";
import { ROLES } from "../../../../packages/api/src/access/roles.ts";
import { sectionAt, sectionsOf } from "../../../../packages/ui/src/features/shell/sections.ts";

/** The first question of each screen: who may not ask it has no use for the screen. */
const QUESTIONS = {
  allocation: "GET /runs",
  scenarios: "GET /scenarios",
  publications: "GET /publications",
  people: "GET /people",
  journal: "GET /audit",
  own: "GET /own/allocation",
} as const;

describe("the navigation", () => {
  it.each(ROLES)("of %s has the screens whose questions the role may ask", (role) => {
    const shown = sectionsOf(role).map(({ id }) => id);
    const allowed = Object.entries(QUESTIONS).filter(([, route]) => isAllowed(ACCESS[route], role));
    expect(shown.toSorted()).toEqual(allowed.map(([id]) => id).toSorted());
  });

  it.each([
    ["/", "allocation"],
    ["/runs/7", "allocation"],
    ["/scenarios", "scenarios"],
    ["/scenarios/9", "scenarios"],
    ["/account", undefined],
  ])("knows that %s belongs to %s", (path, id) => {
    expect(sectionAt(path, "editor")?.id).toBe(id);
  });
});
