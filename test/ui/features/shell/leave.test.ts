import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { findApiFault } from "../../../../packages/ui/src/api-client.ts";
import { hasUnsent, leave } from "../../../../packages/ui/src/features/shell/leave.ts";
import { stubServer } from "../../support/server-stub.ts";

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it("ends the session and removes what was not sent", async () => {
  localStorage.setItem("zhanbasy.unsent.p-1", "[]");
  localStorage.setItem("zhanbasy.theme", "dark");
  const asked = stubServer({ "DELETE /session": { body: null } });
  expect(hasUnsent()).toBe(true);
  await leave(false);
  expect(asked.map(({ route }) => route)).toEqual(["DELETE /session"]);
  expect(hasUnsent()).toBe(false);
  expect(localStorage.getItem("zhanbasy.theme")).toBe("dark");
});

it("ends every session of the person", async () => {
  const done = { body: null };
  const asked = stubServer({ "DELETE /session": done, "DELETE /session/others": done });
  await leave(true);
  expect(asked.map(({ route }) => route)).toEqual(["DELETE /session/others", "DELETE /session"]);
});

it("keeps everything when the server is not reached", async () => {
  localStorage.setItem("zhanbasy.unsent.p-1", "[]");
  stubServer({ "DELETE /session": "nobody" });
  const fault = await leave(false).catch(findApiFault);
  expect(fault).toEqual({ kind: "network" });
  expect(hasUnsent()).toBe(true);
});
