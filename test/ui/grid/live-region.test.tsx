import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { createSpeaker, LiveRegion } from "../../../packages/ui/src/grid/live-region.tsx";

afterEach(cleanup);

it("says each text where it belongs, also the same one again", () => {
  const speaker = createSpeaker();
  render(<LiveRegion speaker={speaker} />);
  act(() => speaker.say("2 cells", "polite"));
  const first = screen.getByText("2 cells");
  expect(screen.getByRole("status").contains(first)).toBe(true);
  act(() => speaker.say("2 cells", "polite"));
  expect(screen.getByText("2 cells")).not.toBe(first);
  act(() => speaker.say("refused", "assertive"));
  expect(screen.getByRole("alert").textContent).toBe("refused");
});
