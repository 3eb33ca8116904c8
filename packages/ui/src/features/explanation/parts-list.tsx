/** What a sum was made of; each part leads to its own explanation. Parts and total agree exactly. */
import { type ReactElement, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { formatCount } from "../../format/count.ts";
import { formatShare } from "../../format/percent.ts";
import { formatScaled } from "../../format/scaled.ts";
import { type ActiveFigure, useWorkbook } from "../workbook/workbook-context.ts";
import { type FigurePart, memberTest, type Question } from "./figure-question.ts";
import { type FigureWords, lineTitle, rowTitle } from "./figure-words.ts";
import { memberAmounts } from "./member-amounts.ts";
import { formatAverageOf, headcountOf } from "./shown-figure.ts";

/** A sum and the words to tell it in. */
export type PartsListProps = {
  readonly question: Extract<Question, { readonly kind: "parts" }>;
  readonly words: FigureWords;
};

/** The parts in the order of the sheet, largest organisations where there is one part only. */
export function PartsList({ question, words }: PartsListProps): ReactElement {
  const { t } = useTranslation();
  const { parts, of } = question;
  const [only, ...others] = parts;
  const sentence =
    of === "perHead" ? t("explanation.divided") : t("explanation.parts", { count: parts.length });
  return (
    <>
      <div className="why-sentence">
        <p>{sentence}</p>
        {of === "perHead" ? <PerHeadNumbers parts={parts} words={words} /> : null}
      </div>
      <ul className="why-parts">
        {parts.map((part) => (
          <PartRow key={part.column.line} part={part} question={question} words={words} />
        ))}
      </ul>
      {of === "amount" && only !== undefined && others.length === 0 ? (
        <Members part={only} words={words} />
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

function PartRow({
  part,
  question,
  words,
}: PartsListProps & { readonly part: FigurePart }): ReactElement {
  const { t } = useTranslation();
  const { activeFigure, setActiveFigure } = useWorkbook();
  const { language } = words;
  const { column, organisationCount } = part;
  const members =
    organisationCount === 0
      ? t("explanation.cityOnly")
      : t("explanation.organisations", {
          count: organisationCount,
          shown: formatCount(organisationCount, language),
        });
  const isOne = activeFigure.rowKind === "organisation";
  const total = question.parts.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
  const note = isOne
    ? formatShare(part.amountTiyn, total, language)
    : `${members} · ${formatShare(part.amountTiyn, total, language)}`;
  return (
    <li>
      <button
        type="button"
        className="why-part"
        onClick={() => setActiveFigure(partFigure(activeFigure, part))}
      >
        <span className="why-part-name">{lineTitle(column, words)}</span>
        <span className="why-part-value">{partValue(part, question.of, words)}</span>
        <span className="why-part-note">{question.of === "headcount" ? members : note}</span>
        <span className="why-part-code">{column.budgetCode}</span>
      </button>
    </li>
  );
}

/** Where a part leads: its own column, in the same row. */
function partFigure({ rowKind, id }: ActiveFigure, { column }: FigurePart): ActiveFigure {
  return { rowKind, id, columnId: `line:${column.line}` };
}

function partValue(
  part: FigurePart,
  of: "amount" | "headcount" | "perHead",
  { language }: FigureWords,
): string {
  if (of !== "headcount") return `${formatScaled(part.amountTiyn, 2, language)}\u202F₸`;
  const people = headcountOf([part]);
  return people === undefined ? "—" : formatAverageOf(people, language);
}

function Members({
  part,
  words,
}: {
  readonly part: FigurePart;
  readonly words: FigureWords;
}): ReactElement | null {
  const { t } = useTranslation();
  const { activeFigure, setActiveFigure } = useWorkbook();
  const { columns, group, language } = words;
  const { line } = part.column;
  const { largest, restCount, restTiyn } = useMemo(
    () => memberAmounts(columns, line, memberTest(activeFigure, columns, group)),
    [columns, line, activeFigure, group],
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
              <button type="button" className="why-part" onClick={() => setActiveFigure(figure)}>
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
