/** The head of the page: product, where one is, language, theme, and the person. */
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { Popover } from "../../components/popover.tsx";
import { SegmentedControl } from "../../components/segmented-control.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import {
  applyTheme,
  rememberedTheme,
  THEMES,
  type ThemePreference,
} from "../../theme/theme-preference.ts";
import { useLayout } from "../workbook/layout.ts";
import { Navigation } from "./navigation.tsx";
import { PersonMenu, PhoneMenu } from "./person-menu.tsx";
import { useFoundSession } from "./session.ts";
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
  const session = useFoundSession();
  const isPhone = useLayout() === "phone";
  return (
    <header className="app-bar">
      <HomeLink />
      {session === null || isPhone ? null : <Navigation />}
      {children}
      <div className="app-settings">
        {session !== null && isPhone ? null : <ThemeSwitch />}
        <LanguageSwitch />
        {session === null ? null : <PersonPart isPhone={isPhone} />}
      </div>
    </header>
  );
}

/** The product's mark and name: the way home. */
export function HomeLink(): ReactElement {
  const { t } = useTranslation();
  return (
    <PageLink className="app-home" href="/" label={t("frame.home")}>
      <Mark />
      <span translate="no">Zhanbasy</span>
    </PageLink>
  );
}

/** The three languages, each in its own letters. */
export function LanguageSwitch(): ReactElement {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  return (
    <SegmentedControl
      label={t("frame.language")}
      look="underlined"
      segments={LANGUAGE_SEGMENTS}
      selected={language}
      onSelect={setLanguage}
    />
  );
}

function PersonPart({ isPhone }: { readonly isPhone: boolean }): ReactElement {
  return isPhone ? <PhoneMenu /> : <PersonMenu />;
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
