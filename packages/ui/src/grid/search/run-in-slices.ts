/** Long work cut into slices, so that typing, drags and drawing find room between them. */

/** Work that gives way between its steps and gives its result at the end. */
export type Steps<Result> = Generator<void, Result, void>;

/** How long a slice may take, in milliseconds: half of a frame. */
const SLICE_MS = 8;

/** Where the time comes from and how the next slice is waited for. */
export type SliceClock = {
  readonly now: () => number;
  /** Returns the function that takes the wish back. */
  readonly later: (slice: () => void) => () => void;
};

const BROWSER: SliceClock = {
  now: () => performance.now(),
  later: (slice) => {
    const timer = setTimeout(slice, 0);
    return () => clearTimeout(timer);
  },
};

/** Begins after what runs now. Returns the function that stops it: its result is told to nobody. */
export function runInSlices<Result>(
  steps: Steps<Result>,
  onDone: (result: Result) => void,
  clock: SliceClock = BROWSER,
): () => void {
  let stop = clock.later(() => {
    stop = runFirstSlice(steps, onDone, clock);
  });
  return () => stop();
}

/** The same, with the first slice at once: what is short has its result before this returns. */
export function runFirstSlice<Result>(
  steps: Steps<Result>,
  onDone: (result: Result) => void,
  clock: SliceClock = BROWSER,
): () => void {
  let stop = (): void => undefined;
  const slice = (): void => {
    const end = clock.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
    } while (clock.now() < end);
    stop = clock.later(slice);
  };
  slice();
  return () => stop();
}
