import { cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { usePages } from "../../../../packages/ui/src/features/shell/use-pages.ts";
import { renderScreen } from "../../support/render-screen.tsx";
import { AIGUL, DIRECTOR } from "../../support/small-people.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Names(): ReactElement {
  const pages = usePages("/people");
  const people = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <button type="button" onClick={() => void pages.fetchNextPage()}>
      {people.map(({ name }) => name).join(", ")}
    </button>
  );
}

it("asks for the next part from where the last one ended", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    const isFirst = !address.includes("after");
    const page = isFirst ? { items: [AIGUL], next: "p-1" } : { items: [DIRECTOR], next: null };
    return Promise.resolve(new Response(JSON.stringify(page)));
  });
  await renderScreen(<Names />);
  fireEvent.click(await screen.findByText("Айгуль Серикова"));
  expect(await screen.findByText("Айгуль Серикова, Дархан Есенов")).toBeTruthy();
  expect(asked).toEqual(["/api/v1/people", "/api/v1/people?after=p-1"]);
});
