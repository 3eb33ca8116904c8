import { afterEach, describe, expect, it } from "vitest";

import {
  endWaiting,
  holdRequests,
  isSignInAwaited,
  waitForSignIn,
  watchSignIn,
} from "../../packages/ui/src/sign-in-again.ts";

let release: () => void = () => undefined;
afterEach(() => release());

describe("a session that ended", () => {
  it("holds every request until the person is back", async () => {
    release = holdRequests();
    let told = 0;
    const stop = watchSignIn(() => {
      told += 1;
    });
    const requests = Promise.all([waitForSignIn(), waitForSignIn()]);
    expect([isSignInAwaited(), told]).toEqual([true, 1]);
    endWaiting(true);
    expect(await requests).toEqual([true, true]);
    expect([isSignInAwaited(), told]).toEqual([false, 2]);
    stop();
  });

  it("refuses them when somebody else came", async () => {
    release = holdRequests();
    const request = waitForSignIn();
    endWaiting(false);
    expect(await request).toBe(false);
  });

  it("holds nothing where nobody was signed in", async () => {
    expect(await waitForSignIn()).toBe(false);
    expect(isSignInAwaited()).toBe(false);
  });

  it("lets go of what waits when the page goes away", async () => {
    release = holdRequests();
    const request = waitForSignIn();
    release();
    expect(await request).toBe(false);
  });
});
