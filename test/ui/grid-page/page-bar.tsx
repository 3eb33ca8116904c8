/** The head of the page: what is shown, how large the city is, the language and the theme. */
import type { JSX } from "react";
import { Icon, type IconName } from "../../../packages/ui/src/components/icon.tsx";
import { SegmentedControl } from "../../../packages/ui/src/components/segmented-control.tsx";
import { formatCount } from "../../../packages/ui/src/format/count.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { type PageOptions, withOption } from "./page-options.ts";
import type { PageText } from "./page-texts.ts";

const ROWS: readonly number[] = [2500, 20_000];
const COLUMNS = [12, 40] as const;
const LANGUAGES = [
  { id: "ru", content: <span lang="ru">РУ</span>, label: "Русский" },
  { id: "kk", content: <span lang="kk">ҚАЗ</span>, label: "Қазақша" },
  { id: "en", content: <span lang="en">EN</span>, label: "English" },
] as const;
const THEMES = ["system", "light", "dark"] as const;
const THEME_ICONS: Readonly<Record<(typeof THEMES)[number], IconName>> = {
  system: "system",
  light: "sun",
  dark: "moon",
};

/** A choice opens the page anew with the address that says it. */
export function PageBar(props: {
  readonly options: PageOptions;
  readonly text: PageText;
}): JSX.Element {
  const { options, text } = props;
  const sizes = [...new Set([options.rows, ...ROWS])].sort((one, other) => one - other);
  return (
    <header className="app-bar">
      <p className="app-path">
        <span className="app-home" translate="no">
          Zhanbasy
        </span>
        <span className="app-separator">/</span>
        <span className="app-place">{text("place")}</span>
        <span className="app-separator">/</span>
        <span className="app-run">{text("page")}</span>
      </p>
      <div className="app-settings">
        <Choice
          name="rows"
          label={text("rows")}
          segments={sizes.map((size) => ({
            id: `${size}`,
            content: formatCount(size, options.language),
          }))}
          selected={`${options.rows}`}
        />
        <Choice
          name="columns"
          label={text("columns")}
          segments={COLUMNS.map((count) => ({ id: `${count}`, content: `${count}` }))}
          selected={`${options.columns}`}
        />
        <SegmentedControl
          label={texts.t("frame.theme")}
          segments={THEMES.map((id) => ({
            ...{
              id,
              content: <Icon name={THEME_ICONS[id]} />,
              label: texts.t(`frame.themes.${id}`),
            },
          }))}
          selected={options.theme ?? "system"}
          onSelect={(theme) => open("theme", theme)}
        />
        <SegmentedControl
          label={texts.t("frame.language")}
          look="underlined"
          segments={LANGUAGES}
          selected={options.language}
          onSelect={(language) => open("language", language)}
        />
      </div>
    </header>
  );
}

/** A choice with its name before it. */
function Choice(props: {
  readonly name: "rows" | "columns";
  readonly label: string;
  readonly segments: readonly { readonly id: string; readonly content: string }[];
  readonly selected: string;
}): JSX.Element {
  const { name, label, segments, selected } = props;
  return (
    <span className="grid-page-choice">
      <span aria-hidden="true">{label}</span>
      <SegmentedControl
        label={label}
        segments={segments}
        selected={selected}
        onSelect={(value) => open(name, value)}
      />
    </span>
  );
}

function open(name: string, value: string): void {
  window.location.search = withOption(window.location.search, name, value);
}
