/** Changes of money: always with a sign, zero without one. */
import { formatMoney, type MoneyUnit } from "../../format/money.ts";
import type { Language } from "../../i18n/language.ts";

/** `+12 000,00`, `−12 000,00`, `0,00`. */
export function formatMoneyChange(tiyn: bigint, unit: MoneyUnit, language: Language): string {
  const shown = formatMoney(tiyn, unit, language);
  return tiyn > 0n ? `+${shown}` : shown;
}
