/**
 * The keys that work everywhere in the frame. They are read by position, so that Kazakh, Russian
 * and Latin layouts give the same.
 */
import { useEffect, useEffectEvent } from "react";

import { REGIONS } from "./frame-regions.tsx";

/** What the keys of the frame do. */
export type FrameActions = {
  readonly togglePanel: () => void;
  readonly openKeys: () => void;
};

const FOCUSABLE =
  'a[href], button:not([disabled], [tabindex="-1"]), input:not([disabled]), [tabindex="0"]';

type FrameAction = "next-region" | "previous-region" | "toggle-panel" | "open-keys";

/** What a key asks of the frame; undefined where it is another's. */
export function findFrameAction({
  code,
  shiftKey,
  ...held
}: Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">):
  | FrameAction
  | undefined {
  if (held.ctrlKey || held.metaKey || held.altKey) return undefined;
  if (code === "F6") return shiftKey ? "previous-region" : "next-region";
  if (code === "F4" && !shiftKey) return "toggle-panel";
  return code === "Slash" && shiftKey ? "open-keys" : undefined;
}

/** F6 and Shift+F6 go round the regions, F4 turns the panel, ? opens the list of keys. */
export function useFrameKeys(actions: FrameActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = event.defaultPrevented ? undefined : findFrameAction(event);
    if (action === undefined || (action === "open-keys" && isTyping(event.target))) return;
    event.preventDefault();
    run(action, actions);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function run(action: FrameAction, { togglePanel, openKeys }: FrameActions): void {
  switch (action) {
    case "next-region":
      moveToRegion(1);
      break;
    case "previous-region":
      moveToRegion(-1);
      break;
    case "toggle-panel":
      togglePanel();
      break;
    case "open-keys":
      openKeys();
      break;
  }
}

function moveToRegion(step: 1 | -1): void {
  const regions = REGIONS.flatMap((name) => {
    const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
    return region === null ? [] : [region];
  });
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const start = here === -1 && step === -1 ? regions.length : here;
  for (let distance = 1; distance <= regions.length; distance += 1) {
    const index = (start + step * distance + regions.length * 2) % regions.length;
    const region = regions[index];
    if (region !== undefined && enterRegion(region)) return;
  }
}

/** A region is entered at the cell or control that was left last, or at its first one. */
function enterRegion(region: HTMLElement): boolean {
  const entry =
    region.querySelector<HTMLElement>("[data-region-entry]") ??
    region.querySelector<HTMLElement>(FOCUSABLE);
  const target =
    entry ?? (region.tabIndex === -1 && region.hasAttribute("tabindex") ? region : null);
  target?.focus();
  return target !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
