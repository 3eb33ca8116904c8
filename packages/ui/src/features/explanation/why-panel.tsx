/** «Почему столько»: the exact figure, its rule in a sentence, and everything it was made of. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { ExplainedTree } from "./explained-tree.tsx";
import { columnTitle, rowTitle } from "./figure-words.ts";
import { useFoldMemory } from "./fold-memory.ts";
import { PartsList } from "./parts-list.tsx";
import { saveTrace } from "./save-trace.ts";
import { shownFigure } from "./shown-figure.ts";
import { type Explanation, useExplanation } from "./use-explanation.ts";
import "./why-panel.css";

/** The panel at the right; it follows the active cell. */
export function WhyPanel(): ReactElement {
  const { t } = useTranslation();
  const { setPanelOpen } = useWorkbook();
  const explanation = useExplanation();
  const { graph } = explanation;
  return (
    <div className="why">
      <header className="why-header">
        <h2 className="type-section-title">{t("explanation.title")}</h2>
        {graph === undefined ? null : (
          <Button
            kind="icon"
            label={t("explanation.download")}
            onPress={() => saveTrace(graph, document)}
          >
            <Icon name="download" />
          </Button>
        )}
        <Button kind="icon" label={t("explanation.close")} onPress={() => setPanelOpen(false)}>
          <Icon name="close" />
        </Button>
      </header>
      <div className="why-body">
        <FigureHead explanation={explanation} />
        <Answer explanation={explanation} />
      </div>
    </div>
  );
}

function FigureHead({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { t } = useTranslation();
  const { activeFigure, run, shownMembers } = useWorkbook();
  const { words, question, traced, reader } = explanation;
  const isPart = shownMembers !== null && ["city", "group"].includes(activeFigure.rowKind);
  const bin = activeFigure.rowKind === "organisation" ? activeFigure.id : undefined;
  return (
    <div className="why-head">
      <p className="why-who">
        {rowTitle(activeFigure, words)}
        {bin === undefined ? null : ` · ${t("explanation.bin", { bin })}`}
        {isPart ? ` · ${t("explanation.shownOnly")}` : null}
      </p>
      <p className="why-figure">
        {shownFigure(activeFigure, question, words).replaceAll("\u202F", "\u00A0")}
      </p>
      <p className="why-what">
        {`${columnTitle(activeFigure, words)} · ${t("explanation.year", { year: run.budgetYear })}`}
        {traced?.status === undefined ? null : (
          <StatusMark status={traced.status} word={reader.translate(`status.${traced.status}`)} />
        )}
      </p>
    </div>
  );
}

function Answer({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { t } = useTranslation();
  const { question, traced, isFailed, retry } = explanation;
  if (question.kind === "nothing") {
    return <p className="why-sentence">{t("explanation.nothing")}</p>;
  }
  if (question.kind === "parts") return <PartsList question={question} words={explanation.words} />;
  if (isFailed) {
    const again = <Button onPress={retry}>{t("explanation.retry")}</Button>;
    return <Notice kind="negative" title={t("explanation.failed")} action={again} />;
  }
  if (traced === undefined) return <Waiting />;
  return <Traced explanation={explanation} />;
}

function Waiting(): ReactElement {
  return (
    <AfterMoment>
      <div className="why-waiting">
        {["92%", "64%", "78%", "70%"].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </AfterMoment>
  );
}

function Traced({ explanation }: { readonly explanation: Explanation }): ReactElement | null {
  const { t } = useTranslation();
  const folds = useFoldMemory();
  const { traced, reader } = explanation;
  if (traced === undefined) return null;
  const { words, figures, value, inputs, status } = traced;
  const isOfficial = status === "enacted" || status === "local";
  return (
    <>
      <div className="why-sentence">
        <p>
          {words.length === 0 ? t("explanation.noFormula") : words.map(({ text }) => text).join("")}
        </p>
        {figures === undefined ? null : <p className="why-numbers">{`${figures} = ${value}`}</p>}
      </div>
      <ExplainedTree nodes={inputs} folds={folds} words={reader.translate} />
      {status === undefined || isOfficial ? null : (
        <p className="why-note">{t("explanation.preliminary")}</p>
      )}
    </>
  );
}
