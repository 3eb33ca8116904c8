/** The page: the newest calculation as a workbook, or why there is none to show. */
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";

import { findApiFault, useMethodology, useRun, useRunColumns, useRuns } from "./api-client.ts";
import { AllocationSheet } from "./features/allocation/allocation-sheet.tsx";
import { FormulaBar } from "./features/explanation/formula-bar.tsx";
import { WhyPanel } from "./features/explanation/why-panel.tsx";
import { EmptyScreen, FaultScreen, LoadingScreen } from "./features/workbook/screens.tsx";
import { Workbook } from "./features/workbook/workbook.tsx";
import type { Language } from "./i18n/language.ts";
import { texts } from "./i18n/texts.ts";
import { useLanguage } from "./i18n/use-language.ts";

/** The library of controls speaks no Kazakh; Russian is closer to its readers than English. */
const CONTROL_LOCALES: Readonly<Record<Language, string>> = {
  ru: "ru-RU",
  kk: "ru-RU",
  en: "en-GB",
};

/** The whole page with what its parts need. */
export function App(): ReactElement {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={texts}>
        <NewestRun />
      </I18nextProvider>
    </QueryClientProvider>
  );
}

/**
 * A refusal is asked again by the person only. The server may be on this machine, so the browser's
 * word about being online does not count.
 */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && findApiFault(error)?.kind === "network",
        retryDelay: 400,
      },
    },
  });
}

function NewestRun(): ReactElement {
  const { language } = useLanguage();
  const client = useQueryClient();
  const runs = useRuns();
  const newest = runs.data?.items[0];
  const run = useRun(newest?.id);
  const columns = useRunColumns(newest?.id);
  const methodology = useMethodology(newest?.methodologyHash);
  const askAgain = (): void => void client.refetchQueries();
  const content = (): ReactElement => {
    if (run.data !== undefined && columns.data !== undefined && methodology.data !== undefined) {
      const { names, label } = methodology.data;
      return (
        <Workbook
          data={{ run: run.data, columns: columns.data, names }}
          place={placeIn(label[language])}
          formulaBar={<FormulaBar />}
          sheet={<AllocationSheet />}
          panel={<WhyPanel />}
        />
      );
    }
    const error = [runs, run, columns, methodology].find((query) => query.isError)?.error;
    if (error !== undefined && error !== null) {
      const fault = findApiFault(error);
      if (fault === undefined) throw error;
      return <FaultScreen fault={fault} onRetry={askAgain} />;
    }
    if (runs.data?.items.length === 0) return <EmptyScreen onRetry={askAgain} />;
    return <LoadingScreen />;
  };
  return <I18nProvider locale={CONTROL_LOCALES[language]}>{content()}</I18nProvider>;
}

/** The city a methodology is named after: what stands before the comma of its name. */
function placeIn(label: string): string {
  return label.split(",")[0] ?? label;
}
