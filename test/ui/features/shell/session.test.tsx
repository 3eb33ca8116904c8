import { QueryClient } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import {
  forgetAnswers,
  renewSession,
  useFoundSession,
  usePerson,
  useSession,
} from "../../../../packages/ui/src/features/shell/session.ts";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { NOBODY, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Asked(): ReactElement {
  return <p>{useSession().data?.idleMinutes}</p>;
}

function Name(): ReactElement {
  return <p>{usePerson().name}</p>;
}

function Found(): ReactElement {
  return <p>{useFoundSession() === null ? "никого" : "кто-то"}</p>;
}

it("is asked of the server", async () => {
  stubServer({ "GET /session": { body: NOBODY } });
  await renderScreen(<Asked />);
  expect(await screen.findByText("30")).toBeTruthy();
});

it("gives the person to who stands inside, and stops who does not", async () => {
  await renderScreen(<Name />, { session: sessionOf("auditor") });
  expect(screen.getByText("Айгуль Серикова")).toBeTruthy();
  const silence = vi.spyOn(console, "error").mockReturnValue();
  expect(() => render(<Name />)).toThrow("nobody is signed in");
  silence.mockRestore();
});

it("may be absent", async () => {
  await renderScreen(<Found />);
  expect(screen.getByText("никого")).toBeTruthy();
});

it("is asked again after somebody came, and what others were answered is forgotten", async () => {
  const client = new QueryClient();
  client.setQueryData(["people"], ["Айгуль"]);
  stubServer({ "GET /session": { body: sessionOf("editor") } });
  expect((await renewSession(client)).person?.role).toBe("editor");
  forgetAnswers(client);
  expect(client.getQueryData(["people"])).toBeUndefined();
  expect(client.getQueryData(["session"])).toBeDefined();
});
