/** Waiting that a stop can end. */

/** Waits until `stop` comes. */
export function aborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve());
  });
}

/** Waits so many milliseconds, or less when `stop` comes first. */
export function pause(milliseconds: number, stop?: AbortSignal): Promise<void> {
  if (stop?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    stop?.addEventListener("abort", finish);
  });
}
