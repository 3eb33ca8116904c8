/** The units that numbers in the formulas of a methodology may carry. */
import type { Unit } from "../money/index.ts";
import { type Names, unitFrom } from "./names.ts";

const EVERYDAY_UNITS = ["pupil", "child", "month", "year"];

/** Every base unit that a definition carries, so that numbers in formulas may carry it too. */
export function knownUnits(names: Names): ReadonlySet<string> {
  const units = new Set([...EVERYDAY_UNITS, names.currency]);
  const add = (unit: Unit) => {
    for (const name of unit.keys()) units.add(name);
  };
  for (const { unit } of names.parameters.values()) add(unit);
  for (const { unit, operandUnit } of names.tables.values()) [unit, operandUnit].forEach(add);
  for (const { unit } of names.formulas.values()) if (unit !== "boolean") add(unit);
  for (const { unit } of names.facts.values()) add(unitFrom(unit));
  for (const { rates } of names.stageSignatures.values()) for (const { unit } of rates) add(unit);
  for (const { type } of names.attributes.values()) {
    if (type.kind === "number") add(unitFrom(type.unit));
  }
  return units;
}
