/**
 * Where the focus goes when the panel comes and goes. A control that opened it may be gone, and
 * one inside of it is gone with it: the focus never falls to nothing.
 */
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";

/** Beside a sheet: a focus that would be lost goes into the panel, or from it to the sheet. */
export function usePanelFocus(isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (document.activeElement !== document.body) return;
    const place = isOpen ? "[data-region=panel]" : "[data-region=grid] [data-region-entry]";
    document.querySelector<HTMLElement>(place)?.focus();
  }, [isOpen]);
}

/**
 * Over a whole phone: the focus goes into the panel and back to what opened it. Esc and the
 * browser's own way back close it instead of leaving the page.
 */
export function useCoveringPanel(
  panel: RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  const onClose = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    panel.current?.focus();
    window.history.pushState(COVERED, "");
    const onBack = (): void => onClose();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    window.addEventListener("popstate", onBack);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("popstate", onBack);
      window.removeEventListener("keydown", onKey);
      if (isCovered(window.history.state)) window.history.back();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [panel, isOpen]);
}

/** Marks the entry of the browser's history that stands for the open panel. */
const COVERED = { isCovered: true } as const;

function isCovered(state: unknown): boolean {
  return typeof state === "object" && state !== null && "isCovered" in state;
}
