/** The columns of the norms: the base, the own value beside it, and its ground. */
import {
  divideRounded,
  formatScaled,
  plainDigits,
} from "../../../packages/ui/src/format/scaled.ts";
import { type ExactValue, exactWhole } from "../../../packages/ui/src/grid/exact-value.ts";
import type { FigureColumn, SheetColumn } from "../../../packages/ui/src/grid/sheet.ts";
import { NORM_SCALE } from "./norm-records.ts";
import type { PageText } from "./page-texts.ts";
import { type ColumnSource, dateColumn, nameColumn, textColumn } from "./roll-columns.ts";

/** The most that a person may enter. */
export const MOST_NORM = 1_000_000n;

const PLACES = 4;

/** The columns, that of names first. */
export function normColumns(source: ColumnSource): readonly SheetColumn[] {
  const { text } = source;
  return [
    nameColumn(text("parameter")),
    textColumn("sign", text("sign"), source, { width: 56, weight: "quiet" }),
    textColumn("unit", text("unit"), source, { width: 70, weight: "quiet", ...named(text) }),
    exactColumn("base", text("base"), source, { lock: text("lockedBase") }),
    exactColumn("own", text("own"), source, {
      weight: "strong",
      input: {
        ...{ kind: "number", places: PLACES, isPercent: false, least: exactWhole(0n) },
        most: exactWhole(MOST_NORM),
      },
    }),
    changeColumn(source),
    textColumn("status", text("status"), source, { width: 120, ...named(text) }),
    dateColumn("validFrom", text("validFrom"), text("validFrom"), source),
    textColumn("ground", text("ground"), source, {
      ...{ width: 240, input: { kind: "text", mostLetters: 80 } },
    }),
  ];
}

/** Codes that the page has words for. */
function named(text: PageText): Pick<ReturnType<typeof textColumn>, "format" | "speak" | "copy"> {
  const words = (id: string): string => {
    switch (id) {
      case "tenge":
      case "share":
      case "assumed":
      case "enacted":
        return text(id);
      default:
        return id;
    }
  };
  return { format: words, speak: words, copy: words };
}

/** Every digit that is kept, at least two decimals. */
function exactColumn(
  id: string,
  header: string,
  { language, text }: ColumnSource,
  given: Partial<FigureColumn> = {},
): FigureColumn {
  const scaled = ({ numerator, denominator }: ExactValue): bigint =>
    divideRounded(numerator * NORM_SCALE, denominator);
  const format = (value: ExactValue): string =>
    formatScaled(scaled(value), PLACES, language).replace(/0{1,2}$/, "");
  return {
    ...{ id, kind: "ratio", header, title: header, band: null, width: 110, weight: "normal" },
    ...{ parts: null, isPart: false, format, speak: format, absent: text("absent") },
    copy: (value) =>
      plainDigits(scaled(value), PLACES)
        .replace(/0{1,2}$/, "")
        .replace(".", ","),
    unit: { id: "norm", name: text("unit"), dimension: "norm", size: 1n },
    isAdditive: false,
    ...given,
  };
}

function changeColumn(source: ColumnSource): FigureColumn {
  const header = source.text("toBase");
  const column = exactColumn("toBase", header, source, { weight: "quiet" });
  const sign = ({ numerator }: ExactValue): string => (numerator > 0n ? "+" : "");
  return {
    ...column,
    format: (value) => sign(value) + column.format(value),
    speak: (value) => sign(value) + column.speak(value),
  };
}
