/** Address and password, or the city's single sign-on. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@zhanbasy/api/contract";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendJson, sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { renewSession } from "../shell/session.ts";
import { isWaiting, Refusal } from "./refusal.tsx";

/** Who is expected, and what follows. */
export type SignInFormProps = {
  readonly session: SessionState;
  /** The address that is filled in already. */
  readonly email?: string;
  /** Other pages open beside this one, which must stay as it is. */
  readonly isBeside?: boolean;
  readonly onSignedIn: (session: SessionState) => void;
};

/** What was typed stays after a refusal, but for the password. */
export function SignInForm({
  session,
  email: expected = "",
  isBeside = false,
  onSignedIn,
}: SignInFormProps): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [email, setEmail] = useState(expected);
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: async () => {
      await sendPlain("POST", "/session", { email: email.trim(), password });
      return renewSession(client);
    },
    onSuccess: onSignedIn,
    onError: () => setPassword(""),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (email.trim() !== "" && password !== "" && !signIn.isPending) signIn.mutate();
  };
  const missing = (value: string): string | undefined =>
    isTried && !signIn.isError && value === "" ? t("form.missing") : undefined;
  return (
    <form className="form form-wide" noValidate onSubmit={submit}>
      <Refusal
        key={signIn.submittedAt}
        error={signIn.error}
        onWaitOver={() => {
          setTried(false);
          signIn.reset();
        }}
      />
      <TextField
        label={t("signIn.email")}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={missing(email.trim())}
        isRequired
      />
      <PasswordField
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing(password)}
        isRequired
        aside={
          <a className="field-aside" href="/reset" {...(isBeside ? { target: "_blank" } : {})}>
            {t("signIn.forgot")}
          </a>
        }
      />
      <Button kind="primary" type="submit" isDisabled={signIn.isPending || isWaiting(signIn.error)}>
        {t(signIn.isPending ? "signIn.pending" : "signIn.submit")}
      </Button>
      {session.singleSignOn === null ? null : (
        <SingleSignOn name={session.singleSignOn} isBeside={isBeside} />
      )}
    </form>
  );
}

/** The page of the provider opens in place of this one, or beside it when this one must stay. */
function SingleSignOn({
  name,
  isBeside,
}: {
  readonly name: string;
  readonly isBeside: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const start = useMutation({
    mutationFn: () => sendJson("POST /session/single-sign-on", { path: {} }, {}),
    onSuccess: ({ url }) => {
      if (isBeside) window.open(url, "_blank", "noopener");
      else window.location.assign(url);
    },
  });
  return (
    <>
      <p className="sign-in-or">{t("signIn.or")}</p>
      <Button onPress={() => start.mutate()} isDisabled={start.isPending}>
        {t("signIn.single", { name })}
      </Button>
      <Refusal error={start.error} onWaitOver={start.reset} />
    </>
  );
}
