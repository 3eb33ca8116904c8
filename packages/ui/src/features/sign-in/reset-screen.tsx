/** A new password by the link of a letter. */
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { Door } from "./door.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { findPasswordFault } from "./password-fault.ts";
import { isWaiting, Refusal } from "./refusal.tsx";

/** The link serves once; afterwards one signs in with the new password. */
export function ResetScreen({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      sendPlain("POST", `/password-resets/${encodeURIComponent(token)}`, { password }),
  });
  if (change.isSuccess) {
    return (
      <Door title={t("reset.newTitle")}>
        <Notice kind="info" title={t("reset.doneTitle")}>
          {t("reset.doneText")}
        </Notice>
        <p className="door-note">
          <PageLink href="/">{t("reset.signIn")}</PageLink>
        </p>
      </Door>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (findPasswordFault(password) === undefined && !change.isPending) change.mutate();
  };
  return (
    <Door title={t("reset.newTitle")} lead={t("reset.newLead")}>
      <form className="form form-wide" noValidate onSubmit={submit}>
        <Refusal key={change.submittedAt} error={change.error} onWaitOver={change.reset} />
        <NewPasswordField
          label={t("password.new")}
          value={password}
          onChange={setPassword}
          isTried={isTried}
        />
        <Button
          kind="primary"
          type="submit"
          isDisabled={change.isPending || isWaiting(change.error)}
        >
          {t("reset.save")}
        </Button>
      </form>
      <p className="door-note">
        <PageLink href="/reset">{t("reset.another")}</PageLink>
      </p>
    </Door>
  );
}
