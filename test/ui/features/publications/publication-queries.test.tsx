import { cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { usePublications } from "../../../../packages/ui/src/features/publications/publication-queries.ts";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { AUDITOR, PUBLICATION } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("issues are asked for to the last page", async () => {
  const pages = [
    { items: [PUBLICATION], next: "i-1" },
    { items: [PUBLICATION], next: null },
  ];
  stubServer({ "GET /publications": () => ({ body: pages.shift() }) });
  await renderFor(<Count />, AUDITOR);
  expect(await screen.findByText("2")).toBeTruthy();
});

function Count(): ReactElement {
  return <p>{usePublications().data?.length}</p>;
}
