/** A screen exists for everybody; whoever may not see it is told who grants the right. */
import type { Role } from "@zhanbasy/api/contract";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { PageLink } from "../../components/page-link.tsx";
import { Message } from "../workbook/screens.tsx";
import { usePerson } from "./session.ts";

/** Shows what is inside to the roles that have it. */
export function RoleGate({
  roles,
  children,
}: {
  readonly roles: readonly Role[];
  readonly children: ReactNode;
}): ReactNode {
  const { role } = usePerson();
  return roles.includes(role) ? children : <NoRight role={role} />;
}

function NoRight({ role }: { readonly role: Role }): ReactElement {
  const { t } = useTranslation();
  return (
    <Message
      title={t("states.noRightTitle")}
      text={t("states.noRightText", { role: t(`role.${role}`) })}
    >
      <PageLink href="/">{t("states.home")}</PageLink>
    </Message>
  );
}
