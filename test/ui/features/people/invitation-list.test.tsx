import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { InvitationList } from "../../../../packages/ui/src/features/people/invitation-list.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { stubServer, wholePage } from "../../support/server-stub.ts";
import { INVITATION } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("lets an administrator take back what is open", async () => {
  let state = "open";
  const asked = stubServer({
    "GET /invitations": () => wholePage([{ ...INVITATION, state }]),
    "DELETE /invitations/i-1": () => {
      state = "revoked";
      return { body: null };
    },
  });
  await renderScreen(<InvitationList canRevoke={true} />);
  fireEvent.click(await screen.findByRole("button", { name: "Отозвать приглашение: Мадина Ли" }));
  expect(await screen.findByText("отозвано")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  expect(asked.map(({ route }) => route)).toContain("DELETE /invitations/i-1");
});

it("says that there are none", async () => {
  stubServer({ "GET /invitations": wholePage([]) });
  await renderScreen(<InvitationList canRevoke={false} />);
  expect(await screen.findByText("Приглашений пока нет.")).toBeTruthy();
});
