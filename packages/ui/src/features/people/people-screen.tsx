/** Everybody who has an account, who was invited, and what an administrator does about them. */
import type { PersonDetail } from "@zhanbasy/api/contract";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Answered } from "../shell/answered.tsx";
import { MoreButton } from "../shell/more-button.tsx";
import { usePerson } from "../shell/session.ts";
import { usePages } from "../shell/use-pages.ts";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { PersonTable } from "./person-table.tsx";
import "./people.css";

/** An auditor reads it; only an administrator changes anything. */
export function PeopleScreen(): ReactElement {
  const { t } = useTranslation();
  const isAdministrator = usePerson().role === "administrator";
  const people = usePages("/people");
  const [isInviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<PersonDetail | undefined>(undefined);
  return (
    <>
      <title>{`${t("people.title")} · Zhanbasy`}</title>
      <header className="page-head">
        <h1 className="type-screen-title">{t("people.title")}</h1>
        {isAdministrator ? (
          <Button kind="primary" onPress={() => setInviting(true)}>
            {t("people.invite")}
          </Button>
        ) : (
          <p className="page-lead">{t("people.readOnly")}</p>
        )}
      </header>
      <Answered query={people}>
        {({ pages }) => (
          <section className="card">
            <PersonTable
              people={pages.flatMap(({ items }) => items)}
              onChoose={isAdministrator ? setChosen : undefined}
            />
            <MoreButton pages={people} />
          </section>
        )}
      </Answered>
      <InvitationList canRevoke={isAdministrator} />
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {chosen === undefined ? null : (
        <PersonDialog key={chosen.id} person={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
