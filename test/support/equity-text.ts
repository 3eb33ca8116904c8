/** Values of figures as text, for tests that read many of them. */
import { type EquityFigure, formatRatio, formatTenge } from "../../packages/core/src/index.ts";

/** Tenge, digits, or the reason for which there is no value. */
export function equityText(value: EquityFigure["value"]): string {
  switch (value.kind) {
    case "amount":
      return formatTenge(value.amount);
    case "number":
      return formatRatio(value.value);
    case "root":
      return value.digits;
    case "absent":
      return value.reason;
  }
}

/** `mean secondary north: 1025`. */
export function figureText({ id, of, value }: EquityFigure): string {
  return `${[id, ...Object.values(of)].join(" ")}: ${equityText(value)}`;
}
