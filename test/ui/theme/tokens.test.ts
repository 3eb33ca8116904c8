import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";

const TOKENS = readTokens();
const GROUNDS = ["bg", "chrome", "sunk"];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each([
    ...["text", "text-2", "text-3", "accent", "negative", "warning", "success"].flatMap((ink) =>
      GROUNDS.map((ground) => [ink, ground] as const),
    ),
    ...["text", "text-2"].flatMap((ink) =>
      ["accent-soft", "negative-soft", "warning-soft", "success-soft"].map(
        (ground) => [ink, ground] as const,
      ),
    ),
    ["accent", "accent-soft"] as const,
    ["negative", "negative-soft"] as const,
    ["warning", "warning-soft"] as const,
    ["success", "success-soft"] as const,
    ["on-accent", "accent"] as const,
  ])("%s on %s is read at 4.5:1", (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)("borders of controls on %s are seen at 3:1", (ground) => {
    expect(contrast(theme, "control", ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("the tokens", () => {
  it("have the colours that the design measured", () => {
    expect(contrast("light", "text", "bg")).toBeCloseTo(17.7, 1);
    expect(contrast("light", "text-3", "chrome")).toBeCloseTo(4.7, 1);
    expect(contrast("dark", "accent", "bg")).toBeCloseTo(8.4, 1);
  });
});

/** `--bg: light-dark(#fff, #000)` by name. */
function readTokens(): ReadonlyMap<string, Readonly<Record<Theme, string>>> {
  const path = `${import.meta.dirname}/../../../packages/ui/src/theme/tokens.css`;
  const written = readFileSync(path, "utf8").matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
  );
  return new Map(
    [...written].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
  );
}

/** The ratio of WCAG 2.2: from 1 to 21. */
function contrast(theme: Theme, ink: string, ground: string): number {
  const [lighter = 0, darker = 0] = [ink, ground]
    .map((name) => luminance(TOKENS.get(name)?.[theme] ?? ""))
    .toSorted((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
