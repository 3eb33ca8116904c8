/** What the address of the page asks for: `?rows=2500&columns=12&language=kk&theme=dark`. */
import { findLanguage, type Language } from "../../../packages/ui/src/i18n/language.ts";

/** The sheets that the page has. */
export type PageSheetId = "roll" | "norms" | "plan";

/** How large the city is, how it is shown, and by which grid. */
export type PageOptions = {
  /** Organisations of the city. */
  readonly rows: number;
  /** Columns of the roll beside the names. */
  readonly columns: 12 | 40;
  readonly language: Language;
  readonly sheets: readonly PageSheetId[];
  /** The grid library alone, beside which the layer is measured. */
  readonly isBare: boolean;
  /** Whether all groups are open at first. */
  readonly isOpen: boolean;
  /** The theme that is asked for; null where the system has its own. */
  readonly theme: "light" | "dark" | null;
};

const MOST_ROWS = 50_000;
const FEW_ROWS = 2500;
const SHEETS: readonly PageSheetId[] = ["roll", "norms", "plan"];

/** Whatever cannot be read is as if it were not there. */
export function readOptions(query: string): PageOptions {
  const given = new URLSearchParams(query);
  const rows = Number(given.get("rows") ?? FEW_ROWS);
  const theme = given.get("theme");
  const asked = (given.get("sheets") ?? "").split(",");
  const sheets = asked.flatMap((id) => SHEETS.filter((sheet) => sheet === id));
  return {
    rows: Number.isInteger(rows) && rows > 0 ? Math.min(rows, MOST_ROWS) : FEW_ROWS,
    columns: given.get("columns") === "40" ? 40 : 12,
    language: findLanguage(given.get("language") ?? "") ?? "ru",
    sheets: sheets.length === 0 ? SHEETS : sheets,
    isBare: given.get("bare") === "1",
    isOpen: given.get("open") === "1",
    theme: theme === "light" || theme === "dark" ? theme : null,
  };
}

/** The address that asks for something else beside what it asks for already. */
export function withOption(query: string, name: string, value: string): string {
  const given = new URLSearchParams(query);
  given.set(name, value);
  return `?${given.toString()}`;
}
