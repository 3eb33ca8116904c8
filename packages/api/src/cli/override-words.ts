/** What an override says, and where it stands, in a few words. */
import { formatTenge, type Issue, type Override, type StandingValue } from "@zhanbasy/core";

const NOTHING = "—";

/** The new value as it was written. */
export function valueText(override: Override): string {
  switch (override.kind) {
    case "parameter": {
      const { validFrom, validTo, value } = override;
      const days = [validFrom ?? "", ...(validTo === undefined ? [] : [validTo])].join("..");
      return days === "" ? value : `${value} @${days}`;
    }
    case "fact":
      return override.value ?? NOTHING;
    case "formula":
      return override.expression;
    case "switch":
      return `${override.isOn}`;
    case "envelope":
      return formatTenge(override.amount);
  }
}

/** Values that follow one another: `470000; 2026-09-01 480000`. */
export function standingText(values: readonly StandingValue[]): string {
  const texts = values.map(({ from, value }) => (from === undefined ? value : `${from} ${value}`));
  return texts.length === 0 ? NOTHING : texts.join("; ");
}

/** `a.json:12:5`; the file alone where the line is not known. */
export function placeText({ file = "", line, column }: Issue["place"]): string {
  return [file, ...(line === undefined ? [] : [`${line}`, column ?? ""])].join(":");
}
