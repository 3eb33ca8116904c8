import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { sendPlain } from "../../../../packages/ui/src/api-client.ts";
import { isWaiting, Refusal } from "../../../../packages/ui/src/features/sign-in/refusal.tsx";
import { renderScreen } from "../../support/render-screen.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const PROBLEM = {
  ...{ type: "about:blank", title: "Вход не состоялся", status: 422, code: "sign-in-refused" },
  ...{ detail: "Почта или пароль не подходят.", issues: [], requestId: "r-1" },
};

describe("a refusal before the product", () => {
  it("is one sentence", async () => {
    const error = await refusedWith(422, PROBLEM);
    await renderScreen(<Refusal error={error} onWaitOver={() => undefined} />);
    expect(screen.getByRole("alert").textContent).toBe("Почта или пароль не подходят.");
    expect(isWaiting(error)).toBe(false);
  });

  it("tells what exactly is wrong where that is known", async () => {
    const issues = [{ message: "Пароль слишком частый." }, { message: "В пароле ваше имя." }];
    const error = await refusedWith(422, { ...PROBLEM, issues });
    await renderScreen(<Refusal error={error} onWaitOver={() => undefined} />);
    const words = screen.getByRole("alert").textContent;
    expect(words).toBe("Пароль слишком частый.В пароле ваше имя.");
  });

  it("is a wait after too many tries", async () => {
    const error = await refusedWith(429, PROBLEM, { "retry-after": "30" });
    await renderScreen(<Refusal error={error} onWaitOver={() => undefined} />);
    expect(screen.getByRole("timer").textContent).toContain("0:30");
    expect(isWaiting(error)).toBe(true);
  });

  it("is absent while nothing was refused, and no bug of ours is told as one", async () => {
    await renderScreen(<Refusal error={null} onWaitOver={() => undefined} />);
    expect(screen.queryByRole("alert")).toBeNull();
    const silence = vi.spyOn(console, "error").mockReturnValue();
    const broken = <Refusal error={new Error("ours")} onWaitOver={() => undefined} />;
    await expect(renderScreen(broken)).rejects.toThrow("ours");
    silence.mockRestore();
  });
});

/** The error of a request that was answered so. */
async function refusedWith(
  status: number,
  problem: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Error> {
  const type = { "content-type": "application/problem+json", ...headers };
  const answer = new Response(JSON.stringify(problem), { status, headers: type });
  vi.stubGlobal("fetch", () => Promise.resolve(answer));
  const error = await sendPlain("POST", "/session", {}).catch((caught: unknown) => caught);
  if (!(error instanceof Error)) throw new Error("it was not refused");
  return error;
}
