/** How the grid library draws, all from the tokens of the page: a theme switch needs no code. */
import { type Theme, themeQuartz } from "ag-grid-community";

const RULE = { style: "solid", width: 1, color: "var(--line)" } as const;
const SOFT_RULE = { style: "solid", width: 1, color: "var(--line-soft)" } as const;

/** Hairline rules and tight cells. */
export const SHEET_THEME: Theme = themeQuartz.withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--bg)",
  borderColor: "var(--line)",
  borderRadius: 0,
  browserColorScheme: "inherit",
  cellFontFamily: "var(--font)",
  cellFontSize: 12.5,
  cellHorizontalPadding: 9,
  cellTextColor: "var(--text)",
  columnBorder: SOFT_RULE,
  dataBackgroundColor: "var(--bg)",
  focusShadow: "none",
  fontFamily: "var(--font)",
  fontSize: 12.5,
  foregroundColor: "var(--text)",
  headerBackgroundColor: "var(--chrome)",
  headerCellHoverBackgroundColor: "transparent",
  headerColumnBorder: RULE,
  headerColumnBorderHeight: "100%",
  headerColumnResizeHandleColor: "transparent",
  headerFontFamily: "var(--font)",
  headerFontSize: 11.5,
  headerFontWeight: 500,
  headerRowBorder: RULE,
  headerTextColor: "var(--text-2)",
  iconSize: 12,
  pinnedColumnBorder: RULE,
  pinnedRowBackgroundColor: "var(--sunk)",
  pinnedRowBorder: { style: "solid", width: 1.5, color: "var(--text-3)" },
  pinnedRowFontWeight: 600,
  rowBorder: SOFT_RULE,
  rowHoverColor: "transparent",
  selectedRowBackgroundColor: "transparent",
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
