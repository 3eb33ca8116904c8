/** Who is signed in, with what belongs to the person: account, leaving, and on a phone all else. */
import type { Person } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { type ApiFault, findApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { Icon } from "../../components/icon.tsx";
import { DropMenu, type MenuGroup } from "../../components/menu.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import { applyTheme, rememberedTheme, THEMES } from "../../theme/theme-preference.ts";
import { initialsOf } from "./initials.ts";
import { hasUnsent, leave } from "./leave.ts";
import { useSectionEntries } from "./navigation.tsx";
import { usePerson } from "./session.ts";

/** The person as a round with initials; its list has the account and the ways out. */
export function PersonMenu(): ReactElement {
  const { t } = useTranslation();
  const person = usePerson();
  const leaving = useLeaving();
  return (
    <>
      <DropMenu
        label={t("shell.person")}
        groups={[personGroup(person, t, leaving.ask)]}
        trigger={
          <Button kind="icon" label={t("shell.personNamed", { name: person.name })}>
            <span className="app-initials" aria-hidden="true">
              {initialsOf(person.name)}
            </span>
          </Button>
        }
      />
      <LeaveDialog {...leaving} />
    </>
  );
}

/** On a phone one button opens everything: screens, theme, the person. */
export function PhoneMenu(): ReactElement {
  const { t } = useTranslation();
  const person = usePerson();
  const leaving = useLeaving();
  const sections = useSectionEntries(person.role);
  const [theme, setTheme] = useState(rememberedTheme);
  const themes = THEMES.map((id) => ({
    id,
    name: t(`frame.themes.${id}`),
    isCurrent: id === theme,
    onAction: () => {
      applyTheme(id);
      setTheme(id);
    },
  }));
  return (
    <>
      <DropMenu
        label={t("shell.menu")}
        groups={[
          { id: "sections", label: t("shell.navigation"), entries: sections },
          personGroup(person, t, leaving.ask),
          { id: "theme", label: t("frame.theme"), heading: t("frame.theme"), entries: themes },
        ]}
        trigger={
          <Button kind="icon" label={t("shell.menu")}>
            <Icon name="menu" />
          </Button>
        }
      />
      <LeaveDialog {...leaving} />
    </>
  );
}

function personGroup(
  person: Person,
  t: (key: string) => string,
  ask: (isEverywhere: boolean) => void,
): MenuGroup {
  return {
    id: "person",
    label: t("shell.person"),
    heading: (
      <>
        <b className="app-person-name">{person.name}</b>
        <span className="app-person-role">{t(`role.${person.role}`)}</span>
      </>
    ),
    entries: [
      { id: "account", name: t("shell.account"), href: "/account" },
      { id: "leave", name: t("shell.leave"), onAction: () => ask(false) },
      { id: "leave-everywhere", name: t("shell.leaveEverywhere"), onAction: () => ask(true) },
    ],
  };
}

type Leaving = {
  readonly ask: (isEverywhere: boolean) => void;
  readonly go: (isEverywhere: boolean) => void;
  readonly close: () => void;
  readonly state:
    | { readonly kind: "none" }
    | { readonly kind: "unsent"; readonly isEverywhere: boolean }
    | { readonly kind: "failed"; readonly isEverywhere: boolean; readonly fault: ApiFault };
};

/** Leaves at once unless something typed would be lost; a failure is told. */
function useLeaving(): Leaving {
  const [state, setState] = useState<Leaving["state"]>({ kind: "none" });
  const go = (isEverywhere: boolean): void => {
    leave(isEverywhere).catch((error: unknown) => {
      const fault = findApiFault(error);
      if (fault === undefined) throw error;
      setState({ kind: "failed", isEverywhere, fault });
    });
  };
  const ask = (isEverywhere: boolean): void => {
    if (hasUnsent()) setState({ kind: "unsent", isEverywhere });
    else go(isEverywhere);
  };
  return { ask, go, close: () => setState({ kind: "none" }), state };
}

function LeaveDialog({ state, go, close }: Leaving): ReactElement {
  const { t } = useTranslation();
  return (
    <ModalDialog
      title={t(state.kind === "failed" ? "shell.leaveFailed" : "shell.unsentTitle")}
      closeLabel={t("frame.close")}
      isOpen={state.kind !== "none"}
      onClose={close}
    >
      {state.kind === "failed" ? (
        <FaultNotice fault={state.fault} />
      ) : (
        <p>{t("shell.unsentText")}</p>
      )}
      {state.kind === "none" ? null : (
        <div className="form-actions">
          <Button onPress={() => go(state.isEverywhere)}>
            {t(state.kind === "failed" ? "states.retry" : "shell.leaveAnyway")}
          </Button>
          <Button kind="primary" onPress={close}>
            {t("shell.stay")}
          </Button>
        </div>
      )}
    </ModalDialog>
  );
}
