import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { SamplePeople } from "../../../../packages/ui/src/features/sign-in/sample-people.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { sample, sessionOf } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("are entered by a press, and say what they are", async () => {
  const session = sessionOf("auditor");
  const asked = stubServer({
    "POST /session/sample": { body: null },
    "GET /session": { body: session },
  });
  const onSignedIn = vi.fn();
  const samples = [sample("editor"), sample("auditor")];
  await renderScreen(<SamplePeople samples={samples} onSignedIn={onSignedIn} />);
  expect(screen.getByText("демонстрация")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /Аудитор/ }));
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(asked[0]?.body).toEqual({ personId: "sample-auditor" });
});
