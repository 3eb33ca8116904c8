/** The session ended while somebody worked: sign in over the page, which stays as it is. */
import { useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@zhanbasy/api/contract";
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import { renewSession, type SignedIn } from "../shell/session.ts";
import { SamplePeople } from "./sample-people.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import "../shell/page-frame.css";
import "./sign-in.css";

/** Whose session it was, and what follows when somebody is signed in again. */
export type SessionEndedDialogProps = {
  readonly session: SignedIn;
  readonly onSignedIn: (session: SessionState) => void;
};

/** It cannot be closed: what is under it could neither be read nor saved. */
export function SessionEndedDialog({ session, onSignedIn }: SessionEndedDialogProps): ReactElement {
  const { t } = useTranslation();
  useReturn(onSignedIn);
  const { person, samples } = session;
  return (
    <ModalDialog title={t("signIn.endedTitle")} isOpen size="narrow">
      <p className="ended-lead">{t("signIn.endedText")}</p>
      {person.isSample ? null : (
        <SignInForm session={session} email={person.email} isBeside onSignedIn={onSignedIn} />
      )}
      {person.isSample && samples !== null ? (
        <SamplePeople samples={samples} onSignedIn={onSignedIn} />
      ) : null}
      <div className="form-actions">
        <Button kind="quiet" onPress={() => window.location.assign("/")}>
          {t("signIn.leave")}
        </Button>
      </div>
    </ModalDialog>
  );
}

/** Somebody may have signed in on a page beside this one, by single sign-on for one. */
function useReturn(onSignedIn: (session: SessionState) => void): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = (): void => {
      void renewSession(client).then((session) => {
        if (session.person !== null) onSignedIn(session);
      });
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [client, onSignedIn]);
}
