/** Server-sent events that come when a test says so: jsdom has none. */
import { vi } from "vitest";

/** One stream that the page has opened. */
export type OpenedStream = {
  readonly address: string;
  readonly tell: (kind: string, data: unknown) => void;
  readonly opens: () => void;
  /** The way is lost; for good, or while the browser connects again by itself. */
  readonly breaks: (isForGood: boolean) => void;
  readonly isClosed: () => boolean;
};

/** Puts it in the place of the browser's own; the streams that were opened, the oldest first. */
export function stubEventSource(): readonly OpenedStream[] {
  const opened: OpenedStream[] = [];
  const EventSource = function (this: EventTarget & EventSource, address: string) {
    const source = Object.assign(new EventTarget(), {
      ...{ onopen: () => undefined, onerror: () => undefined, readyState: 0 },
      close: () => {
        source.readyState = 2;
      },
    });
    opened.push({
      address,
      tell: (kind, data) =>
        void source.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) })),
      opens: () => source.onopen(),
      breaks: (isForGood) => {
        source.readyState = isForGood ? 2 : 0;
        source.onerror();
      },
      isClosed: () => source.readyState === 2,
    });
    return source;
  };
  vi.stubGlobal("EventSource", Object.assign(EventSource, { CLOSED: 2 }));
  return opened;
}
