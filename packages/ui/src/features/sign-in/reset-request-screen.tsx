/** A forgotten password: a letter with a link, or who to ask where no mail is sent. */
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useSession } from "../shell/session.ts";
import { Door } from "./door.tsx";
import { isEmail } from "./is-email.ts";
import { isWaiting, Refusal } from "./refusal.tsx";

/** The answer is the same for every address, so that nobody learns who has an account. */
export function ResetRequestScreen(): ReactElement {
  const { t } = useTranslation();
  const session = useSession();
  const hasMail = session.data?.hasMail !== false;
  return (
    <Door title={t("reset.title")} lead={hasMail ? t("reset.lead") : undefined}>
      {hasMail ? <RequestForm /> : <Notice kind="info" title={t("reset.noMail")} />}
      <p className="door-note">
        <PageLink href="/sign-in">{t("reset.back")}</PageLink>
      </p>
    </Door>
  );
}

function RequestForm(): ReactElement {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [isTried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () => sendPlain("POST", "/password-resets", { email: email.trim() }),
  });
  if (ask.isSuccess) {
    return (
      <Notice kind="info" title={t("reset.sentTitle")}>
        {t("reset.sentText")}
      </Notice>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isEmail(email) && !ask.isPending) ask.mutate();
  };
  return (
    <form className="form form-wide" noValidate onSubmit={submit}>
      <Refusal key={ask.submittedAt} error={ask.error} onWaitOver={ask.reset} />
      <TextField
        label={t("signIn.email")}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={isTried && !isEmail(email) ? t("form.email") : undefined}
        isRequired
      />
      <Button kind="primary" type="submit" isDisabled={ask.isPending || isWaiting(ask.error)}>
        {t("reset.send")}
      </Button>
    </form>
  );
}
