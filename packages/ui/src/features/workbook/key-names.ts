/** Keys as they are printed on keyboards. */

const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowRight: "→",
  ArrowDown: "↓",
};
const PRINTED: Readonly<Record<string, string>> = {
  ...ARROWS,
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Semicolon: ";",
};
const ON_MACOS: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥" };
/** The system has these for itself when ⌘ is held; with Ctrl they reach the page. */
const SYSTEM_ON_MACOS: ReadonlySet<string> = new Set(["Ctrl+Space", "Ctrl+KeyH"]);

/** On what the person types, and what the key without a print is called. */
export type Keyboard = { readonly isMacos: boolean; readonly space: string };

/** `Ctrl + Shift + ↓` of `Ctrl+Shift+ArrowDown`; on macOS `⌘ + Shift + ↓`. */
export function writeCombination(combination: string, { isMacos, space }: Keyboard): string {
  if (combination === "Shift+Slash") return "?";
  const isOfSystem = SYSTEM_ON_MACOS.has(combination);
  return combination
    .split("+")
    .map((key) => {
      if (key === "Space") return space;
      const held = isMacos && !isOfSystem ? ON_MACOS[key] : undefined;
      return held ?? PRINTED[key] ?? key.replace(/^(?:Key|Digit)/, "");
    })
    .join(" + ");
}

/** `Shift + ← ↑ → ↓` where all arrows do the same, otherwise each combination by itself. */
export function writeCombinations(
  combinations: readonly string[],
  keyboard: Keyboard,
): readonly string[] {
  const [first = ""] = combinations;
  const held = first.slice(0, first.lastIndexOf("+") + 1);
  const keys = combinations.map((combination) => combination.slice(held.length));
  const written = combinations.map((combination) => writeCombination(combination, keyboard));
  if (keys.join(" ") !== Object.keys(ARROWS).join(" ")) return written;
  const [arrow = ""] = written;
  return [`${arrow.slice(0, -1)}${Object.values(ARROWS).join(" ")}`];
}

/** Whether ⌘ takes the place of Ctrl on the keyboard before the person. */
export function isMacos({ userAgent }: Pick<Navigator, "userAgent">): boolean {
  return /Macintosh|iPhone|iPad/.test(userAgent);
}
