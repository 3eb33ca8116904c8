/**
 * A session that ends while somebody works. Requests wait here, the page asks for a sign-in over
 * what is on view, and the requests go on when the same person is back.
 */

type Waiting = {
  readonly ended: Promise<boolean>;
  readonly settle: (isSignedIn: boolean) => void;
};

const watchers = new Set<() => void>();
let isHeld = false;
let waiting: Waiting | undefined;

/** Resolves when the person is signed in again; false at once where nobody was signed in. */
export function waitForSignIn(): Promise<boolean> {
  if (!isHeld) return Promise.resolve(false);
  if (waiting === undefined) {
    waiting = createWaiting();
    tellWatchers();
  }
  return waiting.ended;
}

/** From now on requests wait: the page can ask for a sign-in. The answer ends that. */
export function holdRequests(): () => void {
  isHeld = true;
  return () => {
    isHeld = false;
    endWaiting(false);
  };
}

/** Lets the waiting requests go: to be sent again, or to be refused. */
export function endWaiting(isSignedIn: boolean): void {
  const settled = waiting;
  waiting = undefined;
  settled?.settle(isSignedIn);
  tellWatchers();
}

/** Whether a sign-in is waited for now. */
export function isSignInAwaited(): boolean {
  return waiting !== undefined;
}

/** Tells when that changes; the answer ends the watching. */
export function watchSignIn(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function createWaiting(): Waiting {
  let settle: Waiting["settle"] = () => undefined;
  const ended = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { ended, settle };
}

function tellWatchers(): void {
  for (const watcher of watchers) watcher();
}
