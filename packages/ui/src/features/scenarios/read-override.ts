/**
 * Overrides as they travel, read by core: what they touch and what they say.
 *
 * A draft may lack reasons, and core demands one; so a stand-in is put where there is none.
 */
import type { OverrideJson } from "@zhanbasy/api/contract";
import { cellOf, formatTenge, type Override, parseScenario } from "@zhanbasy/core";

const FORMAT_VERSION = 1;
const STAND_IN = "-";

/** The override of a document; undefined where it cannot be one. */
export function findOverride(json: OverrideJson): Override | undefined {
  const reason = reasonOf(json).trim() === "" ? STAND_IN : reasonOf(json);
  const content = {
    formatVersion: FORMAT_VERSION,
    scenario: STAND_IN,
    overrides: [{ ...json, reason }],
  };
  const read = parseScenario({ file: "", content }, undefined);
  return read.ok ? read.value.overrides[0] : undefined;
}

/** The canonical name of what is touched, as the server names it; undefined where it is unknown. */
export function findCell(json: OverrideJson): string | undefined {
  const override = findOverride(json);
  return override === undefined ? undefined : cellOf(override);
}

/** Why; empty while nobody has said it. */
export function reasonOf(json: OverrideJson): string {
  const reason = json["reason"];
  return typeof reason === "string" ? reason : "";
}

/** What is said of the thing: plain digits or text; null where the thing is taken away. */
export function saidValue(override: Override): string | null {
  switch (override.kind) {
    case "parameter":
      return override.value;
    case "fact":
      return override.value ?? null;
    case "formula":
      return override.expression;
    case "switch":
      return override.isOn ? "true" : "false";
    case "envelope":
      return formatTenge(override.amount);
  }
}
