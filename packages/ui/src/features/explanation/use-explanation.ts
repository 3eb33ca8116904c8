/** What the formula bar and the panel know of the active figure: its question and its answer. */
import type { TraceGraph } from "@zhanbasy/api/contract";
import type { TraceReader } from "@zhanbasy/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useTrace } from "../../api-client.ts";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { type Question, questionOf } from "./figure-question.ts";
import type { FigureWords } from "./figure-words.ts";
import { namesOfRun } from "./names-of-run.ts";
import { traceTree } from "./trace-tree.ts";
import { type TracedFigureWords, tracedFigureWords } from "./traced-figure.ts";

/** The active figure explained; `traced` is there once the server has answered. */
export type Explanation = {
  readonly question: Question;
  readonly words: FigureWords;
  readonly reader: TraceReader;
  readonly graph: TraceGraph | undefined;
  readonly traced: TracedFigureWords | undefined;
  readonly isFailed: boolean;
  readonly retry: () => void;
};

/** The explanation of the figure that the person stands on. */
export function useExplanation(): Explanation {
  const { t } = useTranslation();
  const { run, columns, names, language, group, shownMembers, activeFigure } = useWorkbook();
  const reader = useMemo<TraceReader>(
    () => ({ names: namesOfRun(names), language, translate: createCoreTranslate(language) }),
    [names, language],
  );
  const question = useMemo(
    () => questionOf(activeFigure, columns, { group, shownMembers }),
    [activeFigure, columns, group, shownMembers],
  );
  const { data, isError, refetch } = useTrace(
    question.kind === "trace"
      ? {
          runId: run.id,
          organisationId: question.organisationId,
          line: question.line,
          of: question.of,
        }
      : undefined,
  );
  const graph = question.kind === "trace" ? data : undefined;
  const traced = useMemo(
    () => (graph === undefined ? undefined : tracedFigureWords(traceTree(graph), reader)),
    [graph, reader],
  );
  const words = useMemo(
    () => ({ run, columns, names, language, group, shownMembers, translate: t }),
    [run, columns, names, language, group, shownMembers, t],
  );
  const retry = () => void refetch();
  return { question, words, reader, graph, traced, isFailed: isError, retry };
}
