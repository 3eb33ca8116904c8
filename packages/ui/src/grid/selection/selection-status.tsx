/**
 * The selection in the status line: one figure exactly, or what a range adds up to. Large ranges
 * are counted in slices behind the drawing; until then the figures before them stay.
 */
import { Fragment, type JSX, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { formatCount } from "../../format/count.ts";
import type { Language } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { isWordColumn } from "../cells/cell-content.ts";
import { writeAverage, writeFigure } from "../cells/write-figure.ts";
import { runInSlices } from "../search/run-in-slices.ts";
import type { SheetTable } from "../sheet-table.ts";
import { type RangeStatistics, rangeStatistics } from "./range-statistics.ts";
import { isSinglePlace, lastRange, type SheetSelection } from "./selection.ts";

import "./selection-status.css";

/** What `onSelect` of the sheet told; the revision of the sheet where it has one. */
export type SelectionStatusProps = {
  readonly selection: SheetSelection;
  readonly table: SheetTable;
  readonly revision?: unknown;
};

/** A name and a figure, as `Сумма 3 318`; words alone have no figure. */
type StatusFact = { readonly name: string; readonly figure: string | null };

/** Long enough that a drag does not interrupt itself. */
const SAID_AFTER_MS = 700;

/** The words stand beside one another; those who do not see them hear them when all is still. */
export function SelectionStatus(props: SelectionStatusProps): JSX.Element {
  const facts = useStatusFacts(props);
  const text = facts.map(({ name, figure }) => (figure === null ? name : `${name} ${figure}`));
  return (
    <>
      {facts.map(({ name, figure }, index) => (
        <Fragment key={name}>
          {index === 0 ? null : (
            <span className="selection-status-dot" aria-hidden="true">
              ·
            </span>
          )}
          <span className="selection-status">
            {name} {figure === null ? null : <strong>{figure}</strong>}
          </span>
        </Fragment>
      ))}
      <SaidAtRest text={isSinglePlace(props.selection) ? "" : text.join(", ")} />
    </>
  );
}

/** One cell is told at once; a range when it was counted, and what was told before until then. */
function useStatusFacts(props: SelectionStatusProps): readonly StatusFact[] {
  const { selection, table } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const counted = useRangeStatistics(props);
  const shown = useRef<readonly StatusFact[]>([]);
  if (isSinglePlace(selection)) {
    shown.current = cellFacts(selection, table, language, t("grid.status.cell"));
  } else if (counted?.selection === selection) {
    shown.current = rangeFacts(counted.statistics, language, (key) => t(`grid.status.${key}`));
  }
  return shown.current;
}

type Counted = { readonly selection: SheetSelection; readonly statistics: RangeStatistics };

/** The newest selection wins; a selection of one cell needs no counting. */
function useRangeStatistics(props: SelectionStatusProps): Counted | null {
  const { selection, table, revision } = props;
  const [counted, setCounted] = useState<Counted | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: figures changed in the same rows
  useEffect(() => {
    if (isSinglePlace(selection)) return;
    return runInSlices(rangeStatistics(selection, table), (statistics) =>
      setCounted({ selection, statistics }),
    );
  }, [selection, table, revision]);
  return counted;
}

function cellFacts(
  selection: SheetSelection,
  table: SheetTable,
  language: Language,
  name: string,
): readonly StatusFact[] {
  const { row, column: index } = lastRange(selection).anchor;
  const column = table.columns[index];
  if (column === undefined || column.kind === "name" || isWordColumn(column)) return [];
  const value = table.rowAt(row)?.valueIn(column.id) ?? null;
  return value === null ? [] : [{ name, figure: writeFigure(value, column, language) }];
}

type FactName =
  | "sum"
  | "average"
  | "count"
  | "figures"
  | "least"
  | "most"
  | "withoutSums"
  | "severalUnits";

function rangeFacts(
  counted: RangeStatistics,
  language: Language,
  nameOf: (fact: FactName) => string,
): readonly StatusFact[] {
  const { figures, figureCount, wordCount, hasSeveralUnits, isWithoutSums } = counted;
  const fact = (name: FactName, figure: string | null): StatusFact => ({
    name: nameOf(name),
    figure,
  });
  const without = isWithoutSums ? [fact("withoutSums", null)] : [];
  const written = formatCount(figureCount, language);
  if (hasSeveralUnits) return [fact("figures", written), fact("severalUnits", null), ...without];
  if (figures === null) return [fact("count", formatCount(wordCount, language)), ...without];
  const count = fact("count", written);
  const { column, sum, average, least, most } = figures;
  if (sum === null || average === null) {
    return [
      fact("least", writeFigure(least, column, language)),
      fact("most", writeFigure(most, column, language)),
      count,
      ...without,
    ];
  }
  return [
    fact("sum", writeFigure(sum, column, language)),
    fact("average", writeAverage(average, sum, column, language)),
    count,
    ...without,
  ];
}

function SaidAtRest({ text }: { readonly text: string }): JSX.Element {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
