/** How one comes in. It stands at whatever address was asked for, which follows the sign-in. */
import type { SessionState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { Door } from "./door.tsx";
import { SamplePeople } from "./sample-people.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** What single sign-on tells when it sends the browser back without a person. */
const PROBLEMS: Readonly<Record<string, string>> = {
  "single-sign-on-unknown": "signIn.singleUnknown",
  "single-sign-on-failed": "signIn.singleFailed",
};

/** The session changes by itself when somebody came in; nothing else has to follow. */
export function SignInScreen({ session }: { readonly session: SessionState }): ReactElement {
  const { t } = useTranslation();
  const problem = PROBLEMS[new URLSearchParams(window.location.search).get("problem") ?? ""];
  const nothing = (): void => undefined;
  return (
    <Door title={t("signIn.title")} lead={t("signIn.lead")}>
      {problem === undefined ? null : <Notice kind="negative" title={t(problem)} />}
      <SignInForm session={session} onSignedIn={nothing} />
      <p className="door-note">
        <Icon name="lock" />
        <span>{t("signIn.rights")}</span>
      </p>
      {session.samples === null ? null : (
        <SamplePeople samples={session.samples} onSignedIn={nothing} />
      )}
    </Door>
  );
}
