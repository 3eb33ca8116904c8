/** Ends a person's sessions, and where no mail is sent makes a link for a new password. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonDetail } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { sendJson, sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { useFoundSession } from "../shell/session.ts";
import { Refusal } from "../sign-in/refusal.tsx";
import { HandedLink } from "./handed-link.tsx";

/** Both work at once, apart from what is saved by the form. */
export function PersonAccess({ person }: { readonly person: PersonDetail }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = useFoundSession();
  const path = { personId: person.id };
  const end = useMutation({
    mutationFn: () => sendPlain("DELETE", `/people/${person.id}/sessions`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["/people"] }),
  });
  const makeLink = useMutation({
    mutationFn: () => sendJson("POST /people/{personId}/password-link", { path }, {}),
  });
  const canMakeLink = session?.hasMail === false && !person.isSample && person.isActive;
  return (
    <section className="person-access" aria-label={t("people.access")}>
      <h3 className="type-section-title">{t("people.access")}</h3>
      <p className="dialog-lead">
        {end.isSuccess
          ? t("people.sessionsEnded")
          : t("people.openSessions", { count: person.sessionCount })}
      </p>
      <Refusal error={end.error ?? makeLink.error} onWaitOver={makeLink.reset} />
      <div className="form-actions form-actions-start">
        <Button
          onPress={() => end.mutate()}
          isDisabled={end.isPending || end.isSuccess || person.sessionCount === 0}
        >
          {t("people.endSessions")}
        </Button>
        {canMakeLink ? (
          <Button onPress={() => makeLink.mutate()} isDisabled={makeLink.isPending}>
            {t("people.passwordLink")}
          </Button>
        ) : null}
      </div>
      {makeLink.data === undefined ? null : <HandedLink link={makeLink.data.link} />}
    </section>
  );
}
