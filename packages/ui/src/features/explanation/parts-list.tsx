/**
 * What a sum was made of; each part leads to its own explanation. Parts and total agree exactly.
 */
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { formatShare } from "../../format/percent.ts";
import { formatScaled } from "../../format/scaled.ts";
import { type ActiveFigure, useWorkbook } from "../workbook/workbook-context.ts";
import { type FigurePart, memberTest, type Question } from "./figure-question.ts";
import { type FigureWords, rowTitle } from "./figure-words.ts";
import { memberAmounts } from "./member-amounts.ts";
import { type PartRowData, partRows, rowValue } from "./part-rows.ts";
import { formatAverageOf, headcountOf } from "./shown-figure.ts";

/** A sum and the words to tell it in. */
export type SumProps = {
  readonly question: Extract<Question, { readonly kind: "parts" }>;
  readonly words: FigureWords;
};

/** A sum whose parts lead on. */
export type PartsListProps = SumProps & { readonly onOpen: (figure: ActiveFigure) => void };

/** The parts in the order of the sheet, largest organisations where there is one part only. */
export function PartsList({ question, words, onOpen }: PartsListProps): ReactElement {
  const { t } = useTranslation();
  const { parts, of } = question;
  const [only, ...others] = parts;
  const count = parts.length;
  const sentence = of === "perHead" ? t("explanation.divided") : t("explanation.parts", { count });
  return (
    <>
      <div className="why-sentence">
        <p>{sentence}</p>
        {of === "perHead" ? <PerHeadNumbers parts={parts} words={words} /> : null}
      </div>
      <ul className="why-parts">
        {partRows(parts, words).map((row) => (
          <PartRow key={row.columnId} {...{ row, question, words, onOpen }} />
        ))}
      </ul>
      {of === "amount" && only !== undefined && others.length === 0 ? (
        <Members part={only} words={words} onOpen={onOpen} />
      ) : null}
      {of === "amount" ? null : <p className="why-note">{t("explanation.headcountNote")}</p>}
    </>
  );
}

function PerHeadNumbers({
  parts,
  words: { language, translate },
}: {
  readonly parts: readonly FigurePart[];
  readonly words: FigureWords;
}): ReactElement | null {
  const people = headcountOf(parts);
  if (people === undefined) return null;
  const total = parts.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
  const counted = `${formatAverageOf(people, language)}\u202F${translate("explanation.people")}`;
  return <p className="why-numbers">{`${formatScaled(total, 2, language)}\u202F₸ ÷ ${counted}`}</p>;
}

type RowProps = PartsListProps & { readonly row: PartRowData };

/** Leads on, unless it is the very figure that is explained. */
function PartRow({ row, question, words, onOpen }: RowProps): ReactElement {
  const { activeFigure } = useWorkbook();
  const { rowKind, id } = activeFigure;
  const { columnId } = row;
  const content = (
    <>
      <span className="why-part-name">{row.title}</span>
      <span className="why-part-value">{rowValue(row, question.of, words)}</span>
      <PartNote row={row} question={question} words={words} />
      <span className="why-part-code">{row.budgetCode}</span>
    </>
  );
  if (columnId === activeFigure.columnId) return <li className="why-part">{content}</li>;
  return (
    <li>
      <button type="button" className="why-part" onClick={() => onOpen({ rowKind, id, columnId })}>
        {content}
      </button>
    </li>
  );
}

/** How many organisations have it and what share of the sum it is, where that says something. */
function PartNote({ row, question, words }: Omit<RowProps, "onOpen">): ReactElement {
  const { t } = useTranslation();
  const { activeFigure } = useWorkbook();
  const { organisationCount: count } = row;
  const members =
    count === 0 ? t("explanation.cityOnly") : t("explanation.organisations", { count });
  const total = question.parts.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
  const notes = [
    ...(activeFigure.rowKind === "organisation" || count === undefined ? [] : [members]),
    ...(question.of === "headcount" ? [] : [formatShare(row.amountTiyn, total, words.language)]),
  ];
  return <span className="why-part-note">{notes.join(" · ")}</span>;
}

function Members({
  part,
  words,
  onOpen,
}: Pick<PartsListProps, "words" | "onOpen"> & {
  readonly part: FigurePart;
}): ReactElement | null {
  const { t } = useTranslation();
  const { activeFigure } = useWorkbook();
  const { columns, language } = words;
  const { line } = part.column;
  const { largest, restCount, restTiyn } = useMemo(
    () => memberAmounts(columns, line, memberTest(activeFigure, columns, words)),
    [columns, line, activeFigure, words],
  );
  if (largest.length === 0) return null;
  return (
    <section className="why-members">
      <h3 className="why-members-title">{t("explanation.largest")}</h3>
      <ul className="why-parts">
        {largest.map(({ id, amountTiyn }) => {
          const figure = { rowKind: "organisation", id, columnId: `line:${line}` } as const;
          return (
            <li key={id}>
              <button type="button" className="why-part" onClick={() => onOpen(figure)}>
                <span className="why-part-name">{rowTitle(figure, words)}</span>
                <span className="why-part-value">
                  {`${formatScaled(amountTiyn, 2, language)}\u202F₸`}
                </span>
              </button>
            </li>
          );
        })}
        {restCount === 0 ? null : (
          <li className="why-part why-part-rest">
            <span className="why-part-name">{t("explanation.rest", { count: restCount })}</span>
            <span className="why-part-value">
              {`${formatScaled(restTiyn, 2, language)}\u202F₸`}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}
