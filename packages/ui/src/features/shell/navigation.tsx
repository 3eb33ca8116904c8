/** The screens that a person has: in a row where there is room, otherwise folded into a button. */
import type { Role } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { DropMenu, type MenuEntry } from "../../components/menu.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { usePath } from "../../navigation.ts";
import { useLayout } from "../workbook/layout.ts";
import { sectionAt, sectionsOf } from "./sections.ts";
import { usePerson } from "./session.ts";

/** The navigation of the person; the screen on view is marked. */
export function Navigation(): ReactElement {
  const { t } = useTranslation();
  const { role } = usePerson();
  const isWide = useLayout() === "wide";
  const entries = useSectionEntries(role);
  const current = entries.find(({ isCurrent }) => isCurrent);
  if (!isWide) {
    return (
      <nav className="app-nav" aria-label={t("shell.navigation")}>
        <DropMenu
          label={t("shell.navigation")}
          groups={[{ id: "sections", label: t("shell.navigation"), entries }]}
          trigger={
            <Button kind="quiet">
              {current?.name ?? t("shell.navigation")}
              <Icon name="chevron-down" />
            </Button>
          }
        />
      </nav>
    );
  }
  return (
    <nav className="app-nav" aria-label={t("shell.navigation")}>
      {entries.map(({ id, name, href, isCurrent }) => (
        <PageLink key={id} className="app-section" href={href} isCurrent={isCurrent}>
          {name}
        </PageLink>
      ))}
    </nav>
  );
}

/** The screens of a role as entries of a menu. */
export function useSectionEntries(
  role: Role,
): readonly (MenuEntry & { readonly href: string; readonly isCurrent: boolean })[] {
  const { t } = useTranslation();
  const here = sectionAt(usePath(), role);
  return sectionsOf(role).map(({ id, href }) => ({
    id,
    href,
    name: t(`shell.section.${id}`),
    isCurrent: here?.id === id,
  }));
}
