import { cleanup, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it } from "vitest";

import { PlaceContext, useGoTo, usePath } from "../../packages/ui/src/navigation.ts";

afterEach(cleanup);

function Screen(): ReactElement {
  const goTo = useGoTo();
  return (
    <button type="button" onClick={() => goTo("/people")}>
      {usePath()}
    </button>
  );
}

it("tells a screen where it is and leads elsewhere", () => {
  const places: string[] = [];
  render(
    <PlaceContext value={{ path: "/journal", goTo: (href) => places.push(href) }}>
      <Screen />
    </PlaceContext>,
  );
  screen.getByRole("button", { name: "/journal" }).click();
  expect(places).toEqual(["/people"]);
});

it("is the browser's own place without anything around", () => {
  render(<Screen />);
  expect(screen.getByRole("button", { name: window.location.pathname })).toBeTruthy();
});
