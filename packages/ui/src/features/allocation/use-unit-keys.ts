/** Alt+1, Alt+2, Alt+3 choose the unit of money; read by position, for every layout. */
import { useEffect, useEffectEvent } from "react";

import { MONEY_UNITS, type MoneyUnit } from "../../format/money.ts";

/** The unit of a pressed key, in the order of the switch; undefined for any other key. */
export function unitOfKey(
  key: Pick<KeyboardEvent, "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">,
): MoneyUnit | undefined {
  if (!key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return undefined;
  return MONEY_UNITS.find((_unit, index) => key.code === `Digit${index + 1}`);
}

/** Listens on the whole page for as long as the sheet stands. */
export function useUnitKeys(setUnit: (unit: MoneyUnit) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const unit = unitOfKey(event);
    if (unit === undefined) return;
    event.preventDefault();
    setUnit(unit);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
