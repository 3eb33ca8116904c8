import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { sendJson } from "../../../../packages/ui/src/api-client.ts";
import { useChange } from "../../../../packages/ui/src/features/scenarios/use-change.ts";
import { renderFor } from "../../support/render-scenario.tsx";
import { stubServer } from "../../support/server-stub.ts";
import { EDITOR } from "../../support/small-scenario.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a change", () => {
  it("goes on with the answer", async () => {
    stubServer({ "POST /grounds": { body: { id: "g-7" } } });
    await renderFor(<Sender />, EDITOR);
    fireEvent.click(screen.getByText("send"));
    expect(await screen.findByText("g-7")).toBeTruthy();
  });

  it("that is refused keeps its fault until it is put aside", async () => {
    stubServer({ "POST /grounds": { problem: { status: 409, code: "second-person" } } });
    await renderFor(<Sender />, EDITOR);
    fireEvent.click(screen.getByText("send"));
    fireEvent.click(await screen.findByText("refused"));
    await vi.waitFor(() => expect(screen.queryByText("refused")).toBeNull());
  });
});

function Sender(): ReactElement {
  const [made, setMade] = useState("");
  const { start, fault, reset } = useChange(
    (name: string) => sendJson("POST /grounds", { path: {} }, { name }),
    ({ id }) => setMade(id),
  );
  return (
    <>
      <button type="button" onClick={() => start("x")}>
        {made === "" ? "send" : made}
      </button>
      {fault === undefined ? null : (
        <button type="button" onClick={reset}>
          {fault.kind}
        </button>
      )}
    </>
  );
}
