import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { PageLink } from "../../../packages/ui/src/components/page-link.tsx";

afterEach(cleanup);

it("is a link that can be opened elsewhere, and says when one is there already", () => {
  render(
    <PageLink href="/people" isCurrent>
      Люди
    </PageLink>,
  );
  const link = screen.getByRole("link", { name: "Люди" });
  expect(link.getAttribute("href")).toBe("/people");
  expect(link.getAttribute("aria-current")).toBe("page");
});
