/** The whole page with what its parts need: answers, texts, the locale of controls, addresses. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";

import { findApiFault } from "./api-client.ts";
import type { Language } from "./i18n/language.ts";
import { texts } from "./i18n/texts.ts";
import { useLanguage } from "./i18n/use-language.ts";
import { createPageRouter } from "./router.tsx";

/** The library of controls speaks no Kazakh; Russian is closer to its readers than English. */
const CONTROL_LOCALES: Readonly<Record<Language, string>> = {
  ru: "ru-RU",
  kk: "ru-RU",
  en: "en-GB",
};

/** The page at the address that the browser shows. */
export function App(): ReactElement {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={texts}>
        <LocalisedPage />
      </I18nextProvider>
    </QueryClientProvider>
  );
}

function LocalisedPage(): ReactElement {
  const { language } = useLanguage();
  const [router] = useState(createPageRouter);
  return (
    <I18nProvider locale={CONTROL_LOCALES[language]}>
      <RouterProvider router={router} />
    </I18nProvider>
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
      mutations: { networkMode: "always" },
    },
  });
}
