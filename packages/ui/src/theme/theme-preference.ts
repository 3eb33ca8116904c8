/** Light, dark or as the system has it; the choice is remembered in this browser. */

/** The choices, in the order of the switch. */
export const THEMES = ["system", "light", "dark"] as const;

/** What the person wants to see. */
export type ThemePreference = (typeof THEMES)[number];

const REMEMBERED = "zhanbasy.theme";

/** The choice made last; the system's where none was made. */
export function rememberedTheme(): ThemePreference {
  const remembered = localStorage.getItem(REMEMBERED);
  return THEMES.find((theme) => theme === remembered) ?? "system";
}

/** Shows the page in a theme and remembers it. */
export function applyTheme(theme: ThemePreference): void {
  localStorage.setItem(REMEMBERED, theme);
  const { dataset } = document.documentElement;
  if (theme === "system") {
    delete dataset["theme"];
  } else {
    dataset["theme"] = theme;
  }
}
