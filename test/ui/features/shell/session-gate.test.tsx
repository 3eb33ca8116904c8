import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { sendPlain } from "../../../../packages/ui/src/api-client.ts";
import { SessionGate } from "../../../../packages/ui/src/features/shell/session-gate.tsx";
import { renderScreen } from "../../support/render-screen.tsx";
import { type StubAnswer, stubServer } from "../../support/server-stub.ts";
import { NOBODY, sessionOf } from "../../support/small-people.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SIGNED_OUT: StubAnswer = { problem: { status: 401, code: "signed-out" } };

/** A screen on which something is typed and saved. */
function Note(): ReactElement {
  const [note, setNote] = useState("");
  const [state, setState] = useState("не сохранено");
  const save = (): void =>
    void sendPlain("POST", "/notes", { note }).then(
      () => setState("сохранено"),
      () => setState("отказано"),
    );
  return (
    <>
      <input aria-label="Заметка" value={note} onChange={(event) => setNote(event.target.value)} />
      <button type="button" onClick={save}>
        {state}
      </button>
    </>
  );
}

const gate = (
  <SessionGate>
    <Note />
  </SessionGate>
);

describe("the gate", () => {
  it("asks nobody in to sign in, and lets them through when they did", async () => {
    let session: StubAnswer = { body: NOBODY };
    const asked = stubServer({
      "GET /session": () => session,
      "POST /session": () => {
        session = { body: sessionOf("editor") };
        return { body: null };
      },
    });
    await renderScreen(gate);
    fireEvent.change(await screen.findByLabelText("Электронная почта"), {
      target: { value: " aigul@example.kz " },
    });
    fireEvent.change(screen.getByLabelText("Пароль"), { target: { value: "фраза из слов" } });
    fireEvent.click(screen.getByRole("button", { name: "Войти" }));
    expect(await screen.findByLabelText("Заметка")).toBeTruthy();
    expect(asked[1]?.body).toEqual({ email: "aigul@example.kz", password: "фраза из слов" });
  });

  it("begins with the first run where nobody has an account", async () => {
    stubServer({ "GET /session": { body: { ...NOBODY, isFirstRun: true } } });
    await renderScreen(gate);
    expect(await screen.findByRole("heading", { name: "С чего начнём" })).toBeTruthy();
  });

  it("says that the server is not reached, and asks again", async () => {
    let session: StubAnswer = "nobody";
    stubServer({ "GET /session": () => session });
    await renderScreen(gate);
    fireEvent.click(await screen.findByRole("button", { name: "Повторить" }));
    session = { body: sessionOf("editor") };
    fireEvent.click(await screen.findByRole("button", { name: "Повторить" }));
    expect(await screen.findByLabelText("Заметка")).toBeTruthy();
  });
});

describe("a session that ends while somebody works", () => {
  it("is renewed over the page, and what was sent is sent again", async () => {
    let isOver = true;
    const asked = stubServer({
      "GET /session": { body: sessionOf("editor") },
      "POST /notes": () => (isOver ? SIGNED_OUT : { body: null }),
      "POST /session": () => {
        isOver = false;
        return { body: null };
      },
    });
    await renderScreen(gate);
    fireEvent.change(await screen.findByLabelText("Заметка"), { target: { value: "важное" } });
    fireEvent.click(screen.getByRole("button", { name: "не сохранено" }));
    expect(await screen.findByRole("dialog", { name: "Сеанс закончился" })).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Пароль"), { target: { value: "фраза из слов" } });
    fireEvent.click(screen.getByRole("button", { name: "Войти" }));
    expect(await screen.findByRole("button", { name: "сохранено" })).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    const notes = asked.filter(({ route }) => route === "POST /notes");
    expect(notes.map(({ body }) => body)).toEqual([{ note: "важное" }, { note: "важное" }]);
  });

  it("is not gone on by somebody else: the page begins anew for them", async () => {
    let session = sessionOf("editor");
    stubServer({
      "GET /session": () => ({ body: session }),
      "POST /notes": SIGNED_OUT,
      "POST /session": () => {
        session = { ...session, person: { ...session.person, id: "p-9", name: "Другой Человек" } };
        return { body: null };
      },
    });
    await renderScreen(gate);
    fireEvent.change(await screen.findByLabelText("Заметка"), { target: { value: "важное" } });
    fireEvent.click(screen.getByRole("button", { name: "не сохранено" }));
    fireEvent.change(await screen.findByLabelText("Пароль"), { target: { value: "другая фраза" } });
    fireEvent.click(screen.getByRole("button", { name: "Войти" }));
    await vi.waitFor(() => {
      const note = screen.getByLabelText<HTMLInputElement>("Заметка");
      expect(note.value).toBe("");
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
