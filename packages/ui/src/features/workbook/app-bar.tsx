/** The head of the page: product, place, what the figures are worth, language and theme. */
import type { RunDetail } from "@zhanbasy/api/contract";
import { formatDate } from "@zhanbasy/core";
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Popover } from "../../components/popover.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { StatusShape } from "../../components/status-mark.tsx";
import { formatLongDate, formatMoment } from "../../format/date.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import {
  applyTheme,
  rememberedTheme,
  THEMES,
  type ThemePreference,
} from "../../theme/theme-preference.ts";
import "./app-bar.css";

const LANGUAGE_SEGMENTS = [
  { id: "ru", content: <span lang="ru">РУ</span>, label: "Русский" },
  { id: "kk", content: <span lang="kk">ҚАЗ</span>, label: "Қазақша" },
  { id: "en", content: <span lang="en">EN</span>, label: "English" },
] as const;

const THEME_ICONS: Readonly<Record<ThemePreference, IconName>> = {
  system: "system",
  light: "sun",
  dark: "moon",
};

/** The head with whatever stands in the middle of it: the path, or nothing yet. */
export function AppBar({ children }: { readonly children?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  return (
    <header className="app-bar">
      <a className="app-home" href="/" aria-label={t("frame.home")}>
        <Mark />
        <span translate="no">Zhanbasy</span>
      </a>
      {children}
      <div className="app-settings">
        <ThemeSwitch />
        <SegmentedControl
          label={t("frame.language")}
          look="underlined"
          segments={LANGUAGE_SEGMENTS}
          selected={language}
          onSelect={setLanguage}
        />
      </div>
    </header>
  );
}

/** Which calculation is on view, and that it is invented or preliminary where it is. */
export function RunPath({
  run,
  place,
}: {
  readonly run: RunDetail;
  readonly place: string;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const name = run.isDemonstration
    ? t("frame.demonstrationRun")
    : t("frame.run", { moment: formatMoment(run.createdAt) });
  return (
    <>
      <p className="app-path">
        <span className="app-separator" aria-hidden="true">
          /
        </span>
        <span className="app-place">
          {place} · {run.budgetYear}
        </span>
        <span className="app-separator app-run" aria-hidden="true">
          /
        </span>
        <b className="app-run">{name}</b>
      </p>
      <div className="app-labels">
        {run.isDemonstration ? (
          <span className="app-label app-label-demonstration" title={t("frame.demonstrationHint")}>
            {t("frame.demonstrationData")}
          </span>
        ) : null}
        {run.assumed.length > 0 ? (
          <span className="app-label app-label-preliminary" title={t("frame.preliminaryHint")}>
            <StatusShape status="assumed" />
            {t("frame.preliminary")}
          </span>
        ) : null}
        <span
          className="app-known"
          title={t("frame.knownOnHint", { date: formatLongDate(run.knownOn, language) })}
        >
          {t("frame.knownOn", { date: formatDate(run.knownOn) })}
        </span>
      </div>
    </>
  );
}

function ThemeSwitch(): ReactElement {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(rememberedTheme);
  const segments = THEMES.map((id) => ({
    id,
    content: (
      <>
        <Icon name={THEME_ICONS[id]} />
        {t(`frame.themes.${id}`)}
      </>
    ),
  }));
  const choose = (chosen: ThemePreference): void => {
    applyTheme(chosen);
    setTheme(chosen);
  };
  return (
    <Popover
      label={t("frame.theme")}
      trigger={
        <Button kind="icon" label={t("frame.theme")}>
          <Icon name={THEME_ICONS[theme]} />
        </Button>
      }
    >
      <SegmentedControl
        label={t("frame.theme")}
        segments={segments}
        selected={theme}
        onSelect={choose}
      />
    </Popover>
  );
}

/** The sign of the product: one head, and what stands under it. */
function Mark(): ReactElement {
  return (
    <svg className="app-mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect width="20" height="20" rx="4" />
      <circle cx="10" cy="6.6" r="2.5" />
      <path d="M4.6 15.2c.6-3.2 2.7-4.9 5.4-4.9s4.8 1.7 5.4 4.9" />
    </svg>
  );
}
